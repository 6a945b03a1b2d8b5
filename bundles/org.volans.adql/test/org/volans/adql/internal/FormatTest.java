package org.volans.adql.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.volans.api.adql.AdqlToken;

/** A clause a line; nothing but blanks and the case of keywords changes. */
class FormatTest {

    private final AdqlProvider adql = new AdqlProvider();

    @Test
    void givesEachClauseALine() {
        assertThat(adql.format("""
                        -- magnitudes
                        select sdss.SDSS12, mine.* , -sdss.gmag as "g 1" from "V/147/sdss12" as sdss -- the catalogue
                        left outer join TAP_UPLOAD.t1 mine on 1=contains(point('ICRS',sdss.RA_ICRS , sdss.DE_ICRS),circle(mine.ra,mine.dec,2./3600.))
                        and sdss.class=3 where gmag between 15 and 20 and (rmag<17 or  rmag is null)
                        and id in(select id from x where a=1) group by a,b having count( * )>2 order by gmag desc""")).isEqualTo("""
                        -- magnitudes
                        SELECT sdss.SDSS12, mine.*, -sdss.gmag AS "g 1"
                        FROM "V/147/sdss12" AS sdss -- the catalogue
                            LEFT OUTER JOIN TAP_UPLOAD.t1 mine
                                ON 1 = contains(point('ICRS', sdss.RA_ICRS, sdss.DE_ICRS), circle(mine.ra, mine.dec, 2. / 3600.))
                                AND sdss.class = 3
                        WHERE gmag BETWEEN 15 AND 20
                            AND (rmag < 17 OR rmag IS NULL)
                            AND id IN (
                                SELECT id
                                FROM x
                                WHERE a = 1
                            )
                        GROUP BY a, b
                        HAVING count(*) > 2
                        ORDER BY gmag DESC
                        """);
    }

    @Test
    void laysOutUnionsAndCommonTables() {
        assertThat(
                        adql.format(
                                "with a as (select 1 x from t),b as (select 2 x from t) select x from a union all select x from b"))
                .isEqualTo("""
                        WITH a AS (
                            SELECT 1 x
                            FROM t
                        ),
                        b AS (
                            SELECT 2 x
                            FROM t
                        )
                        SELECT x
                        FROM a
                        UNION ALL
                        SELECT x
                        FROM b
                        """);
    }

    @Test
    void leavesAloneWhatItCannotRead() {
        assertThat(adql.format("select 'abc")).isEqualTo("select 'abc");
        assertThat(adql.format("")).isEmpty();
        assertThat(adql.format("select 1\r\nfrom t")).isEqualTo("SELECT 1\r\nFROM t\r\n");
    }

    @Property(tries = 3000)
    void keepsTheTokensAndSettles(@ForAll("texts") List<String> parts) {
        String text = String.join("", parts);
        String once = adql.format(text);
        assertThat(words(once)).isEqualTo(words(text));
        assertThat(adql.format(once)).isEqualTo(once);
    }

    private List<String> words(String text) {
        return adql.tokens(text).stream()
                .map(t -> t.kind() == AdqlToken.Kind.KEYWORD ? word(text, t).toUpperCase(Locale.ROOT) : word(text, t))
                .toList();
    }

    private static String word(String text, AdqlToken token) {
        return text.substring(token.offset(), token.end());
    }

    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> word = Arbitraries.of(
                "SELECT",
                "from",
                "t1",
                "WHERE",
                "ra",
                ",",
                "(",
                ")",
                "=",
                "1",
                "'a'",
                "'a\nb'",
                "*",
                ".",
                "AS",
                "JOIN",
                "ON",
                "NATURAL",
                "LEFT",
                "UNION",
                "ORDER",
                "BY",
                "GROUP",
                "COUNT",
                "POINT",
                "IN",
                "NOT",
                "WITH",
                "ALL",
                "\"x y\"",
                "CASE",
                "WHEN",
                "THEN",
                "END",
                "CAST",
                ";",
                "-",
                "+",
                "TOP",
                "BETWEEN",
                "AND",
                "OR",
                "|",
                "||",
                "<",
                "<=",
                "0",
                "x1",
                "e5",
                "1.5",
                "-- note\n",
                "--\n",
                "-- \uD83D\uDE80 note\n",
                "'\uD83D\uDE80'",
                "a_rather_long_name_of_a_column");
        Arbitrary<String> blank = Arbitraries.of(" ", "", "\n", "  ", "\t", "\r\n");
        return Arbitraries.oneOf(word, blank).list().ofMaxSize(60);
    }
}
