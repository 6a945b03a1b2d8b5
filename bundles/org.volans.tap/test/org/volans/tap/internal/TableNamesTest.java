package org.volans.tap.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableNamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ivoa  | ivoa.obscore        | ivoa.obscore
            viz1  | V/147/sdss12        | "V/147/sdss12"
            vizls | vizls.II/246/out    | vizls."II/246/out"
            a-b   | a-b.t               | "a-b".t
            s     | "V/147/sdss12"      | "V/147/sdss12"
            s     | s."V/1"             | s."V/1"
            s     | 2mass               | "2mass"
            ``    | phot.Stars & Co     | phot."Stars & Co"
            ``    | J/A+A/1.2/t         | "J/A+A/1.2/t"
            """)
    void delimitersWhereAdqlNeedsThem(String schema, String name, String adql) {
        assertThat(TableNames.adql(schema, name)).isEqualTo(adql);
        assertThat(TableNames.key(adql)).isEqualTo(TableNames.key(name));
    }

    @Property(tries = 200)
    void anyNameIsNearItself(@ForAll @AlphaChars @StringLength(min = 1, max = 20) String name) {
        assertThat(TableNames.near(name, List.of("zzz.yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy", "s." + name)))
                .contains("s." + name);
    }

    @Test
    void theLikeliestComesFirst() {
        assertThat(TableNames.near(
                        "gaia.source", List.of("gaiadr3.gaia_source", "x.sources", "x.unlike", "gaia.sourc")))
                .startsWith("gaia.sourc", "x.sources")
                .doesNotContain("x.unlike");
    }

    @ParameterizedTest
    @CsvSource({
        "VARCHAR,20,char(*)",
        "adql:DOUBLE,,double",
        "CHAR,,char(*)",
        "char,,char",
        "char,1,char",
        "CHAR(3),,char(3)",
        "INTEGER,,int",
        "float,2x3,float(2x3)",
        "long,1,long",
        "TIMESTAMP,,char(*)",
        "boolean,,boolean"
    })
    void typesInVotableSpelling(String type, @org.eclipse.jdt.annotation.Nullable String size, String votable) {
        assertThat(Datatypes.votable(type, size == null ? "" : size)).isEqualTo(votable);
    }
}
