package org.volans.adql.ui.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of services, as they write them. */
class FaultPlaceTest {

    private static final String QUERY = "SELECT ra, dec\nFROM t1 WHERE gmg > 1 AND x.ra > 2";

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            ADQL 2:15: unknown column 'gmg'; gmg
            Unknown column "gmg" !  [l.2 c.15 - l.2 c.18]; gmg
            Syntax error at line 2, column 15; gmg
            syntax error, line: 2 col: 6; t1
            Encountered "," at line 1, column 10.; ,
            ERROR: column "gmg" does not exist; gmg
            Field query: Could not parse your query: Expected end of text (at char 29), (line:2, col:15); gmg
            """)
    void findsThePlace(String message, String expected) {
        assertThat(FaultPlace.find(message, QUERY))
                .map(r -> QUERY.substring(r.getOffset(), r.getOffset() + r.getLength()))
                .contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            127.0.0.1 refuses the connection: http://127.0.0.1:8080/tap/sync
            The query took longer than 60 s
            column "ra" is ambiguous
            line 99, column 3
            """)
    void findsNothing(String message) {
        assertThat(FaultPlace.find(message, QUERY)).isEmpty();
    }

    @Test
    void namesUploads() {
        assertThat(Upload.name("my objects (2).vot")).isEqualTo("my_objects_2");
        assertThat(Upload.name("2mass.fits")).isEqualTo("mass");
        assertThat(Upload.name("123")).isEqualTo("mine");
        assertThat(Upload.legal("a_1")).isTrue();
        assertThat(Upload.legal("1a")).isFalse();
        assertThat(Upload.legal("a b")).isFalse();
    }
}
