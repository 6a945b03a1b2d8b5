package org.volans.sdk.examples;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.volans.api.geometry.Interval;
import org.volans.api.sed.FilterProvider;
import org.volans.api.sed.PhotometricFilter;
import org.volans.api.table.ColumnMeta;

/** Knows one filter of the Hubble Space Telescope, in tables that say that they are from its camera. */
@Component(property = "service.ranking:Integer=10")
public final class HubbleFilters implements FilterProvider {

    private static final PhotometricFilter F814W = new PhotometricFilter(
            "HST/ACS_WFC.F814W",
            8045.53e-10,
            new Interval(6869.59e-10, 9632.01e-10),
            PhotometricFilter.AB_ZERO_POINT,
            "SVO Filter Profile Service; magnitudes are AB");

    @Override
    public String id() {
        return "org.example.hubble";
    }

    @Override
    public Optional<PhotometricFilter> find(ColumnMeta column, String context) {
        boolean magnitude = column.ucd().primary().equals("phot.mag");
        boolean ours = context.contains("ACS/WFC") && column.name().equalsIgnoreCase("F814W");
        return magnitude && ours ? Optional.of(F814W) : Optional.empty();
    }
}
