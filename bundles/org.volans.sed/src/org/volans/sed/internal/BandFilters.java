package org.volans.sed.internal;

import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Component;
import org.volans.api.sed.FilterProvider;
import org.volans.api.sed.PhotometricFilter;
import org.volans.api.table.ColumnMeta;
import org.volans.api.ucd.EmBand;

/**
 * The band that a UCD names, where no filter is known: good for flux densities, and for magnitudes whose description
 * says that they are AB. The zero point of any other magnitude is not known, and is not guessed.
 */
@Component(property = "service.ranking:Integer=-100")
public final class BandFilters implements FilterProvider {

    private static final Pattern SAYS_AB = Pattern.compile("\\bAB\\b");

    @Override
    public String id() {
        return "bands of the UCDs";
    }

    @Override
    public Optional<PhotometricFilter> find(ColumnMeta column, String context) {
        double zeroPoint = SAYS_AB.matcher(column.description()).find() ? PhotometricFilter.AB_ZERO_POINT : Double.NaN;
        return EmBand.of(column.ucd())
                .map(band -> new PhotometricFilter(
                        band.word(), band.center(), band.wavelength(), zeroPoint, "middle of the UCD's band"));
    }
}
