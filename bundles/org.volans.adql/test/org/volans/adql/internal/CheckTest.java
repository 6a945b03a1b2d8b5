package org.volans.adql.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.volans.api.adql.AdqlFault;

/** Faults are named with their place and, where possible, with what would be right. */
class CheckTest {

    private final AdqlProvider adql = new AdqlProvider();

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            SELCT * FROM t1; 1:1: unexpected 'SELCT' (did you mean SELECT?)
            SELECT ra FORM t1; 1:11: unexpected 'FORM' (did you mean FROM?)
            SELECT ra FROM t1 WERE ra > 1; 1:19: unexpected 'WERE' (did you mean WHERE?)
            SELECT ra FROM t1 WHERE ra BETWEN 1 AND 2; 1:28: unexpected 'BETWEN' (did you mean BETWEEN?)
            SELECT * FROM t1 WHERE; 1:23: unexpected end after 'WHERE', where a value is wanted
            SELECT FROM t1; 1:8: unexpected 'FROM' after 'SELECT', where a value is wanted
            SELECT * FROM V/147/sdss12; 1:15: a name with / goes between double quotes (write it as "V/147/sdss12")
            SELECT * FROM t1 WHERE (ra > 1 AND (dec < 2); 1:24: this ( is never closed (add ))
            SELECT * FROM t1 WHERE id = 'abc; 1:29: a text is not closed (add ')
            SELECT * FROM "t1; 1:15: a delimited name is not closed (add ")
            SELECT ra FROM t1 LIMIT 5; 1:25: unexpected '5' after 'LIMIT' (ADQL limits rows with SELECT TOP 5)
            SELECT order FROM t1; 1:8: unexpected 'order' after 'SELECT', where a value is wanted (as a name, write it as "order")
            SELECT size FROM t1; 1:8: 'size' is a reserved word of ADQL (as a name, write it as "size")
            SELECT _ra FROM t1; 1:8: the name '_ra' starts with an underscore (write it as "_ra")
            SELECT ra FROM t1 GROUP ra; 1:25: unexpected 'ra' after 'GROUP', where BY is wanted
            SELECT ra FROM t1 JOIN obscore; 1:31: unexpected end after 'obscore', where ON or USING is wanted
            SELECT rra FROM t1; 1:8: unknown column 'rra' (did you mean ra?)
            SELECT "RA" FROM t1; 1:8: unknown column 'RA' (did you mean ra?)
            SELECT ra FROM t1 WHERE id = "M 31"; 1:30: unknown column 'M 31' (text goes between single quotes: 'M 31')
            SELECT ra FROM ivoa.obscor; 1:16: unknown table 'ivoa.obscor' (did you mean ivoa.obscore?)
            SELECT o.x, o.* FROM nowhere AS o; 1:22: unknown table 'nowhere'
            SELECT x.ra FROM t1; 1:8: 'x' is not a table or alias in FROM (FROM has TAP_UPLOAD.t1)
            SELECT x.* FROM t1; 1:8: 'x' is not a table or alias in FROM (FROM has TAP_UPLOAD.t1)
            SELECT ra FROM t1 AS a, t1 AS b; 1:8: 'ra' is in more than one table (write a.ra or b.ra)
            SELECT a.ra FROM t1 AS a, obscore AS a; 1:27: a is in FROM twice (give one of them an alias: AS other)
            SELECT lgo(ra) FROM t1; 1:8: unknown function 'lgo' (did you mean LOG?)
            SELECT ROUND(ra, 1, 2) FROM t1; 1:8: ROUND takes 1 or 2 arguments, not 3
            SELECT SQRT(id) FROM t1; 1:13: SQRT takes a number here
            SELECT ra + id FROM t1; 1:13: '+' takes numbers, this is text (|| joins text)
            SELECT ra FROM t1 WHERE id = 5; 1:25: 'id', which is text, is compared with a number (write the number between single quotes: '5')
            SELECT ra FROM t1 WHERE ra > 'x'; 1:25: text 'x' is compared with a number
            SELECT ra FROM t1 WHERE ra LIKE '1%'; 1:25: LIKE compares text, this is a number
            SELECT ra FROM t1 WHERE CONTAINS(POINT(ra, dec), CIRCLE(1, 2, 3)); 1:25: a condition is wanted here, not a value (write 1=CONTAINS(POINT(ra,dec),CIRCLE(1,2,3)))
            SELECT ra FROM t1 WHERE COUNT(*) > 1; 1:25: an aggregate function cannot stand in WHERE (write it in HAVING)
            SELECT ra, COUNT(*) FROM t1 GROUP BY dec; 1:8: 'ra' is neither in GROUP BY nor inside an aggregate function (add it to GROUP BY or write MIN(ra))
            SELECT DISTINCT ra FROM t1 ORDER BY dec; 1:37: with DISTINCT, ORDER BY takes columns of the result alone (add it to SELECT)
            SELECT ra FROM t1 ORDER BY 2; 1:28: there is no result column 2 (the query has 1)
            SELECT ra FROM t1 UNION SELECT ra, dec FROM t1; 1:25: the second query of UNION has 2 columns, the first 1
            SELECT ra FROM t1 WHERE ra IN (SELECT ra, dec FROM t1); 1:32: a subquery here has one column, this has 2
            SELECT ra FROM t1 NATURAL JOIN obscore; 1:19: the tables of this NATURAL JOIN have no column in common (join with ON)
            SELECT ra FROM t1 JOIN obscore USING (id); 1:39: no column 'id' in ivoa.obscore
            SELECT POINT('GALACTIC', ra, dec) FROM t1; 1:14: positions are ICRS here, 'GALACTIC' is not known (leave it out or write 'ICRS')
            SELECT CIRCLE(ra, dec) FROM t1; 1:8: CIRCLE takes 3 numbers: ra, dec, radius (in degrees), not 2
            SELECT POINT(id, dec) FROM t1; 1:8: POINT takes numbers in degrees, not 'id', which is text
            SELECT POLYGON(1, 2, 3, 4) FROM t1; 1:8: POLYGON takes 3 or more pairs of numbers (in degrees), not 4
            SELECT REGION('BLOB 1 2') FROM t1; 1:8: 'BLOB 1 2' is not a circle, polygon, range, box or position that Volans can read
            SELECT CONTAINS(ra, CIRCLE(1, 2, 3)) FROM t1; 1:17: a geometry is wanted here, not a number (POINT(ra, dec) or CIRCLE(ra, dec, radius))
            SELECT IN_UNIT(ra, 'Jy') FROM t1; 1:8: IN_UNIT: 'deg' cannot be converted to 'Jy'
            SELECT CAST(ra AS BLOB) FROM t1; 1:19: ADQL cannot cast to 'BLOB' (types are SMALLINT, INTEGER, BIGINT, REAL, DOUBLE PRECISION, CHAR(n), VARCHAR(n), TIMESTAMP)
            SELECT 1e999 FROM t1; 1:8: this number is too large for a double
            """)
    void namesTheFault(String query, String expected) {
        assertThat(adql.check(query, TestSchemas.ALL))
                .extracting(AdqlFault::toString)
                .containsExactly(expected);
    }

    @Test
    void namesEveryFault() {
        List<AdqlFault> faults = adql.check("""
                SELECT gmgg, n
                  FORM "V/147/sdss12"
                 WERE gmag > 1
                 ODER BY gmag""", TestSchemas.ALL);
        assertThat(faults)
                .extracting(AdqlFault::toString)
                .containsExactly(
                        "1:8: unknown column 'gmgg' (did you mean gmag?)",
                        "2:3: unexpected 'FORM' (did you mean FROM?)",
                        "3:2: unexpected 'WERE' (did you mean WHERE?)",
                        "4:2: unexpected 'ODER' (did you mean ORDER?)");
        assertThat(faults.get(0).length()).isEqualTo(4);
        assertThat(faults.get(3).length()).isEqualTo(4);
    }

    @Test
    void namesTheSecondQuery() {
        assertThat(adql.check("SELECT ra FROM t1; DROP TABLE t1"))
                .extracting(AdqlFault::toString)
                .containsExactly("1:20: unexpected 'DROP' after ';' (one query at a time)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT anything, b.other FROM lazy.big AS b WHERE third > 2",
                "SELECT * FROM big JOIN t1 USING (id)",
                "SELECT n, N, \"n\" FROM \"V/147/sdss12\"",
                "select Ra, DEC from tap_upload.T1 -- a comment\nwhere RA>1;",
                "SELECT TAP_UPLOAD.t1.ra FROM TAP_UPLOAD.t1",
                "SELECT ra AS \"size\" FROM t1 ORDER BY \"size\" DESC",
                "SELECT t.ra x FROM (SELECT ra FROM t1) t",
                "SELECT ra FROM t1 WHERE id = '5' AND ra = '7.5'",
                "SELECT \"size\" FROM t1 WHERE ra > (SELECT AVG(s_ra) FROM ivoa.obscore WHERE obs_id = id)",
                "SELECT MAX(ra) - MIN(ra) FROM t1 HAVING COUNT(*) > 2",
                "SELECT ra + 1, COUNT(*) FROM t1 GROUP BY ra + 1",
                "SELECT 'it''s' 'joined' FROM t1"
            })
    void findsNothingWrongWith(String query) {
        assertThat(adql.check(query, TestSchemas.ALL)).isEmpty();
    }

    @Test
    void checksTheGrammarAlone() {
        assertThat(adql.check("SELECT a, b FROM nowhere.x WHERE 1=CONTAINS(POINT(1, 2), CIRCLE(1, 2, 3))"))
                .isEmpty();
        assertThat(adql.check("")).hasSize(1);
        assertThat(adql.check("   ").get(0).toString()).startsWith("1:4: unexpected end, where SELECT");
    }

    @Property(tries = 300)
    void neverFailsItself(@ForAll @StringLength(max = 60) String text) {
        for (AdqlFault fault : adql.check("SELECT ra FROM t1 WHERE " + text, TestSchemas.ALL)) {
            assertThat(fault.line()).isPositive();
            assertThat(fault.column()).isPositive();
            assertThat(fault.message()).isNotBlank();
        }
    }

    @Property(tries = 300)
    void neverFailsOnTokensInAnyOrder(@ForAll("tokens") List<String> tokens) {
        adql.check(String.join(" ", tokens), TestSchemas.ALL);
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<List<String>> tokens() {
        return net.jqwik.api.Arbitraries.of(
                        "SELECT", "FROM", "t1", "WHERE", "ra", ",", "(", ")", "=", "1", "'a'", "*", ".", "AS", "JOIN",
                        "ON", "NATURAL", "UNION", "ORDER", "BY", "GROUP", "COUNT", "POINT", "IN", "NOT", "WITH",
                        "\"x\"", "CASE", "WHEN", "THEN", "END", "CAST", ";", "-", "TOP")
                .list()
                .ofMaxSize(25);
    }

    @Example
    void suggestsTheNearest() {
        assertThat(Near.nearest("FORM", List.of("FROM", "OR"))).isEqualTo("FROM");
        assertThat(Near.nearest("xyz", List.of("FROM", "OR"))).isEmpty();
        assertThat(Near.distance("abcd", "acbd")).isEqualTo(1);
        assertThat(Near.distance("", "abc")).isEqualTo(3);
        assertThat(Near.distance("kitten", "sitting")).isEqualTo(3);
    }
}
