package org.volans.adql.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.volans.api.adql.AdqlContext;
import org.volans.api.adql.Completion;
import org.volans.api.adql.Completion.Kind;
import org.volans.api.adql.Completion.Proposal;
import org.volans.api.table.SchemaMeta;
import org.volans.api.table.TableMeta;

/** What is proposed at the place marked with a bar. */
class CompleteTest {

    private static final AdqlContext CONTEXT = new AdqlContext(
            TestSchemas.ALL, List.of("gavo_match(pattern TEXT, string TEXT) -> INTEGER", "UNION", "gavo_plain"));

    private final AdqlProvider adql = new AdqlProvider();

    private Completion at(String marked) {
        int caret = marked.indexOf('|');
        return adql.complete(marked.replace("|", ""), caret, CONTEXT);
    }

    private List<String> texts(String marked) {
        return at(marked).proposals().stream().map(Proposal::text).toList();
    }

    /** What the text is when the first proposal is taken. */
    private String first(String marked) {
        Completion completion = at(marked);
        String text = marked.replace("|", "");
        return text.substring(0, completion.offset())
                + completion.proposals().get(0).text()
                + text.substring(completion.offset() + completion.length());
    }

    @Test
    void proposesNamesAloneBetweenDelimiters() {
        assertThat(texts("SELECT \"s|\" FROM t1")).contains("\"size\"").noneMatch(t -> t.startsWith("S"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            |; SELECT
            SEL|; SELECT
            SELECT gm| FROM "V/147/sdss12"; SELECT gmag FROM "V/147/sdss12"
            SELECT t.| FROM t1 AS t; SELECT t.ra FROM t1 AS t
            SELECT t.de| FROM t1 t; SELECT t.dec FROM t1 t
            SELECT t.gm|, RA_ICRS FROM "V/147/sdss12" AS t; SELECT t.gmag, RA_ICRS FROM "V/147/sdss12" AS t
            SELECT * FROM V/14|; SELECT * FROM "V/147/sdss12"
            SELECT * FROM sdss|; SELECT * FROM "V/147/sdss12"
            SELECT * FROM "V/1|; SELECT * FROM "V/147/sdss12"
            SELECT * FROM "V/1|"; SELECT * FROM "V/147/sdss12"
            SELECT * FROM ivoa.ob|; SELECT * FROM ivoa.obscore
            SELECT * FROM obsc|; SELECT * FROM ivoa.obscore
            SELECT * FROM ivoa.obscore WHERE s_r| > 1; SELECT * FROM ivoa.obscore WHERE s_ra > 1
            SELECT * FROM t1 JOIN ivoa.obscore AS o ON o.s_r|; SELECT * FROM t1 JOIN ivoa.obscore AS o ON o.s_ra
            SELECT * FROM t1 GROUP |; SELECT * FROM t1 GROUP BY
            SELECT * FROM t1 WHERE si|; SELECT * FROM t1 WHERE "size"
            SELECT x.r| FROM (SELECT ra AS right_one, dec FROM t1) AS x; SELECT x.right_one FROM (SELECT ra AS right_one, dec FROM t1) AS x
            WITH w AS (SELECT * FROM t1) SELECT w.| FROM w; WITH w AS (SELECT * FROM t1) SELECT w.ra FROM w
            WITH wide AS (SELECT * FROM t1) SELECT * FROM wi|; WITH wide AS (SELECT * FROM t1) SELECT * FROM wide
            WITH w (one, two) AS (SELECT ra, dec FROM t1) SELECT o| FROM w; WITH w (one, two) AS (SELECT ra, dec FROM t1) SELECT one FROM w
            SELECT ra FROM t1 WHERE EXISTS (SELECT * FROM ivoa.obscore WHERE obs| = id); SELECT ra FROM t1 WHERE EXISTS (SELECT * FROM ivoa.obscore WHERE obs_id = id)
            SELECT ra FROM t1 WHERE 1 = CONT|; SELECT ra FROM t1 WHERE 1 = CONTAINS()
            SELECT gavo_m| FROM t1; SELECT gavo_match() FROM t1
            SELECT CAST(ra AS SM|) FROM t1; SELECT CAST(ra AS SMALLINT) FROM t1
            SELECT * FROM t1 ORDER BY ra DE|; SELECT * FROM t1 ORDER BY ra DESC
            SELCT x, FROM t1 WHERE de|; SELCT x, FROM t1 WHERE dec
            """)
    void proposes(String marked, String taken) {
        assertThat(first(marked)).isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            SELECT 'gm| FROM t1
            SELECT 'gm|' FROM t1
            SELECT ra -- r|
            SELECT 12| FROM t1
            SELECT 1.| FROM t1
            SELECT .| FROM t1
            SELECT nothing.| FROM t1
            SELECT * FROM t1 AS |x WHERE ra > 'a|b'
            """)
    void keepsSilent(String marked) {
        int last = marked.lastIndexOf('|');
        String one = marked.substring(0, last).replace("|", "") + "|" + marked.substring(last + 1);
        assertThat(texts(one)).isEmpty();
    }

    @Test
    void listsTheColumnsOfAnAliasAndNothingElse() {
        assertThat(texts("SELECT t.| FROM \"V/147/sdss12\" AS t, t1"))
                .containsExactly("RA_ICRS", "DE_ICRS", "SDSS12", "gmag", "n", "N");
    }

    @Test
    void qualifiesWhatSeveralTablesHave() {
        assertThat(texts("SELECT r| FROM t1 AS a JOIN t1 AS b ON a.ra = b.ra")).contains("a.ra", "b.ra");
        assertThat(texts("SELECT * FROM t1 AS a JOIN t1 AS b USING (r|)")).containsExactly("ra");
    }

    @Test
    void knowsWhatFits() {
        assertThat(texts("SELECT * FROM t1 |"))
                .contains("WHERE", "ORDER BY", "LEFT", "JOIN")
                .doesNotContain("ra", "FROM", "ivoa.obscore");
        assertThat(texts("SELECT * FROM |"))
                .contains("ivoa.obscore", "TAP_UPLOAD.t1")
                .doesNotContain("WHERE", "ABS()");
        assertThat(texts("SELECT ra | FROM t1")).doesNotContain("ra", "WHERE");
        assertThat(texts("SELECT * FROM t1 WHERE ra | 2"))
                .contains("BETWEEN", "IS")
                .doesNotContain("SELECT");
    }

    @Test
    void tellsWhatItProposes() {
        Proposal column = at("SELECT gma| FROM \"V/147/sdss12\"").proposals().get(0);
        assertThat(column.kind()).isEqualTo(Kind.COLUMN);
        assertThat(column.detail()).isEqualTo("float · mag · phot.mag;em.opt.B");
        assertThat(column.description()).contains("about gmag").contains("\"V/147/sdss12\"");
        Proposal circle = at("SELECT CIRC| FROM t1").proposals().get(0);
        assertThat(circle.label()).isEqualTo("CIRCLE(ra, dec, radius)");
        assertThat(circle.text().substring(0, circle.caret())).isEqualTo("CIRCLE(");
        assertThat(at("SELECT CIRC|(1) FROM t1").proposals().get(0).text()).isEqualTo("CIRCLE");
        assertThat(at("SELECT * FROM tap_up|").proposals().get(0).kind()).isEqualTo(Kind.UPLOAD);
        assertThat(texts("SELECT | FROM t1")).contains("gavo_plain()").doesNotContain("UNION()");
    }

    @Test
    void picksAmongManyTables() {
        List<TableMeta> tables = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            tables.add(new TableMeta("\"J/A+A/" + i + "/table\"", "", "", "table", "", List.of()));
        }
        AdqlContext many = new AdqlContext(List.of(new SchemaMeta("vizls", "", tables)), List.of());
        String query = "SELECT * FROM J/A+A/4999";
        Completion completion = adql.complete(query, query.length(), many);
        assertThat(completion.more()).isFalse();
        assertThat(completion.offset()).isEqualTo(14);
        assertThat(completion.proposals()).hasSize(11);
        assertThat(adql.complete("SELECT * FROM J", 15, many).more()).isTrue();
    }

    /** Each of these once took time that doubled with each part. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            SELECT ra FROM t1 WHERE ; ra > 1 AND ; ; ra
            SELECT ra FROM t1 WHERE ; ra > 1 OR ; ; ra
            SELECT ; ra + ; ; ABS()
            SELECT ra FROM t1 WHERE ; ra IN (SELECT ra FROM t1 WHERE ; ; ra
            ; SELECT ra FROM t1 UNION ALL ; ; SELECT
            SELECT ra FROM t1 ; JOIN t1 ON ra = dec AND dec = ra ; JOIN ; TAP_UPLOAD.t1
            SELECT CASE ; WHEN ra = 1 THEN dec ; ELSE ; ABS()
            SELECT ; POWER(ra, ; ; ABS()
            """)
    void isQuickInLongQueries(String start, String part, String end, String proposed) {
        String query = (start == null ? "" : start + " ") + (part + " ").repeat(40) + (end == null ? "" : end + " ");
        List<String> texts = org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                java.time.Duration.ofSeconds(5),
                () -> adql.complete(query, query.length(), CONTEXT).proposals().stream()
                        .map(Proposal::text)
                        .toList());
        assertThat(texts).contains(proposed);
    }

    @Property(tries = 300)
    void neverFails(@ForAll @StringLength(max = 40) String a, @ForAll @StringLength(max = 40) String b) {
        String text = "SELECT " + a + " FROM t1 WHERE " + b;
        for (int offset = 0; offset <= text.length(); offset += 3) {
            Completion completion = adql.complete(text, offset, CONTEXT);
            assertThat(completion.offset()).isBetween(0, text.length());
            assertThat(completion.offset() + completion.length()).isLessThanOrEqualTo(text.length());
            adql.describe(text, offset, CONTEXT);
        }
    }
}
