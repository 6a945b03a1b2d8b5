package org.volans.sed.internal;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.volans.api.sed.FilterProvider;
import org.volans.api.table.ColumnMeta;
import org.volans.api.ucd.Ucd;
import org.volans.sdk.contract.FilterProviderContract;

/** Our own providers of filters keep the contract that others have to keep. */
class OwnFiltersTest {

    @Nested
    class Surveys extends FilterProviderContract {

        @Override
        protected FilterProvider provider() {
            return new SurveyFilters();
        }

        @Override
        protected Map<ColumnMeta, String> known() {
            return Map.of(
                    magnitude("gmag", "phot.mag;em.opt.B"), "V/147/sdss12 SDSS Photometric Catalogue, Release 12",
                    magnitude("Jmag", "phot.mag;em.IR.J"), "II/246/out 2MASS All-Sky Catalog of Point Sources");
        }

        @Override
        protected List<ColumnMeta> unknown() {
            return List.of(magnitude("gmag", "phot.mag;em.opt.B"), magnitude("mag", "phot.mag"));
        }
    }

    @Nested
    class Bands extends FilterProviderContract {

        @Override
        protected FilterProvider provider() {
            return new BandFilters();
        }

        @Override
        protected Map<ColumnMeta, String> known() {
            ColumnMeta flux = new ColumnMeta(
                    "S1_4", "float", "mJy", Ucd.parse("phot.flux.density;em.radio.750-1500MHz"), "", "", false);
            return Map.of(magnitude("x", "phot.mag;em.opt.R"), "", flux, "");
        }

        @Override
        protected List<ColumnMeta> unknown() {
            return List.of(magnitude("mag", "phot.mag"), magnitude("mag", "phot.mag;em.opt"));
        }
    }
}
