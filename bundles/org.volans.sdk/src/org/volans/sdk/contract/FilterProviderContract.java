package org.volans.sdk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.volans.api.sed.FilterProvider;
import org.volans.api.sed.PhotometricFilter;
import org.volans.api.table.ColumnMeta;
import org.volans.api.ucd.Ucd;

/**
 * What {@link FilterProvider} promises, as tests. An
 * author's test extends this and names columns that are known.
 *
 * {@snippet class="org.volans.sdk.examples.ExamplesTest" region="filter"}
 */
@TimeLimit
public abstract class FilterProviderContract {

    /** For a test of a provider. */
    protected FilterProviderContract() {}

    /** Makes the provider. */
    protected abstract FilterProvider provider() throws Exception;

    /** Columns whose filter it knows, each with what is known of its table; at least one. */
    protected abstract Map<ColumnMeta, String> known();

    /** Columns that look like photometry and whose filter it does not know. */
    protected List<ColumnMeta> unknown() {
        return List.of();
    }

    /** A column of magnitudes. */
    protected static ColumnMeta magnitude(String name, String ucd) {
        return new ColumnMeta(name, "float", "mag", Ucd.parse(ucd), "", "", false);
    }

    private static List<ColumnMeta> noPhotometry() {
        return List.of(
                new ColumnMeta("", "", "", Ucd.NONE, "", "", false),
                new ColumnMeta("name", "char(*)", "", Ucd.parse("meta.id;meta.main"), "", "", true),
                new ColumnMeta("ra", "double", "deg", Ucd.parse("pos.eq.ra;meta.main"), "", "Right ascension", false),
                new ColumnMeta("z", "float", "", Ucd.parse("src.redshift"), "", "Redshift", false));
    }

    private List<Optional<PhotometricFilter>> find(FilterProvider provider) {
        List<Optional<PhotometricFilter>> found = new ArrayList<>();
        known().forEach((column, context) -> found.add(provider.find(column, context)));
        unknown().forEach(column -> found.add(provider.find(column, "")));
        return found;
    }

    /** Messages can name it. */
    @Test
    protected void hasAnId() throws Exception {
        assertThat(provider().id()).isNotBlank().doesNotContain("\n");
    }

    /** It finds what it knows, with figures that can be. */
    @Test
    protected void findsWhatItKnows() throws Exception {
        FilterProvider provider = provider();
        assertThat(known()).as("known()").isNotEmpty();
        known().forEach((column, context) -> {
            Optional<PhotometricFilter> found = provider.find(column, context);
            assertThat(found).as("filter of %s in '%s'", column, context).isPresent();
            checkFigures(found.get());
        });
    }

    private static void checkFigures(PhotometricFilter filter) {
        assertThat(filter.id()).as("%s", filter).isNotBlank();
        assertThat(filter.origin())
                .as("where the figures of %s are from", filter)
                .isNotBlank();
        assertThat(filter.wavelength())
                .as("wavelength of %s in metres", filter)
                .isPositive()
                .isLessThan(1000);
        assertThat(filter.range().low()).as("%s", filter).isPositive().isLessThanOrEqualTo(filter.wavelength());
        assertThat(filter.range().high()).as("%s", filter).isFinite().isGreaterThanOrEqualTo(filter.wavelength());
        assertThat(Double.isNaN(filter.zeroPoint()) || filter.zeroPoint() > 0)
                .as("zero point of %s in Jy: above 0, or NaN", filter)
                .isTrue();
    }

    /** It does not guess. */
    @Test
    protected void guessesNothing() throws Exception {
        FilterProvider provider = provider();
        List<ColumnMeta> others = new ArrayList<>(noPhotometry());
        others.addAll(unknown());
        for (ColumnMeta column : others) {
            assertThat(provider.find(column, "")).as("filter of %s", column).isEmpty();
        }
    }

    /** Several threads get what one alone gets, always. */
    @Test
    protected void worksForSeveralThreads() throws Exception {
        FilterProvider provider = provider();
        List<Optional<PhotometricFilter>> alone = find(provider);
        assertThat(Side.bySide(() -> find(provider)))
                .allSatisfy(found -> assertThat(found).isEqualTo(alone));
    }
}
