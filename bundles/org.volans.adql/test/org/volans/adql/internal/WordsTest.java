package org.volans.adql.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.volans.api.adql.AdqlContext;
import org.volans.api.adql.AdqlDescription;
import org.volans.api.adql.AdqlFault;
import org.volans.api.adql.AdqlToken;
import org.volans.api.adql.TableUse;
import org.volans.api.table.SchemaMeta;
import org.volans.api.table.TableMeta;

/** What the words of a text are. */
class WordsTest {

    private static final AdqlContext CONTEXT =
            new AdqlContext(TestSchemas.ALL, List.of("gavo_match(pattern TEXT) -> INTEGER"));

    private final AdqlProvider adql = new AdqlProvider();

    @Test
    void tellsTheWordsApart() {
        String text = "SELECT \uD83D\uDE80 CIRCLE(1.5, x) , lower('a--b') FROM TAP_UPLOAD.\"t 1\" -- why\nWHERE 'open";
        assertThat(adql.tokens(text))
                .extracting(t -> t.kind() + " " + text.substring(t.offset(), t.end()))
                .containsExactly(
                        "KEYWORD SELECT",
                        "BAD \uD83D\uDE80",
                        "GEOMETRY CIRCLE",
                        "OPERATOR (",
                        "NUMBER 1.5",
                        "OPERATOR ,",
                        "NAME x",
                        "OPERATOR )",
                        "OPERATOR ,",
                        "FUNCTION lower",
                        "OPERATOR (",
                        "STRING 'a--b'",
                        "OPERATOR )",
                        "KEYWORD FROM",
                        "UPLOAD TAP_UPLOAD",
                        "OPERATOR .",
                        "DELIMITED \"t 1\"",
                        "COMMENT -- why",
                        "KEYWORD WHERE",
                        "BAD 'open");
    }

    @Property(tries = 500)
    void placesAreWithinTheText(@ForAll String text) {
        int end = 0;
        for (AdqlToken token : adql.tokens(text)) {
            assertThat(token.offset()).isGreaterThanOrEqualTo(end);
            assertThat(token.length()).isPositive();
            end = token.end();
        }
        assertThat(end).isLessThanOrEqualTo(text.length());
    }

    @Test
    void findsTheTablesOfBrokenQueries() {
        String text =
                "WITH w AS (SELECT * FROM a.b) SELECT , FROM \"V/1\" x JOIN TAP_UPLOAD.mine ON (, w WHERE q IN (SELECT 1 FROM c";
        assertThat(adql.tables(text))
                .extracting(TableUse::written)
                .containsExactly("a.b", "\"V/1\"", "TAP_UPLOAD.mine", "c");
        assertThat(adql.tables(text)).extracting(TableUse::upload).containsExactly("", "", "mine", "");
        assertThat(adql.tables(text)).allMatch(t -> text.startsWith(t.written(), t.offset()));
        assertThat(adql.tables("SELECT * FROM (a CROSS JOIN b), c AS d"))
                .extracting(TableUse::written)
                .containsExactly("a", "b", "c");
        assertThat(adql.tables("")).isEmpty();
    }

    private String about(String marked) {
        Optional<AdqlDescription> found = adql.describe(marked.replace("|", ""), marked.indexOf('|'), CONTEXT);
        return found.map(d -> d.kind() + ": " + d.title() + ": " + d.detail() + ": " + d.text())
                .orElse("");
    }

    @Test
    void describesWhatIsPointedAt() {
        assertThat(about("SELECT g|mag FROM \"V/147/sdss12\""))
                .isEqualTo("COLUMN: \"V/147/sdss12\".gmag: float · mag · phot.mag;em.opt.B: about gmag");
        assertThat(about("SELECT s.g|mag AS g FROM \"V/147/sdss12\" AS s")).startsWith("COLUMN: \"V/147/sdss12\".gmag");
        assertThat(about("SELECT s|.gmag FROM \"V/147/sdss12\" AS s")).isEqualTo("");
        assertThat(about("SELECT |s.gmag FROM \"V/147/sdss12\" AS s"))
                .isEqualTo("TABLE: \"V/147/sdss12\": table · 6 columns: ");
        assertThat(about("SELECT * FROM \"V/147|/sdss12\" AS s")).startsWith("TABLE");
        assertThat(about("SELECT * FROM TAP_UPLOAD.t|1")).startsWith("UPLOAD: TAP_UPLOAD.t1: table · 4 columns");
        assertThat(about("SELECT x.|g FROM (SELECT gmag g FROM \"V/147/sdss12\") x"))
                .contains("about gmag");
        assertThat(about("SELECT CIR|CLE(1, 2, 3) FROM t1"))
                .startsWith("FUNCTION: CIRCLE(ra, dec, radius): circle, deg");
        assertThat(about("SELECT gavo_|match('x') FROM t1")).startsWith("FUNCTION: gavo_match(pattern TEXT): INTEGER");
        assertThat(about("SEL|ECT 1 FROM t1")).isEmpty();
        assertThat(about("SELECT not|hing FROM t1")).isEmpty();
        assertThat(about("|")).isEmpty();
    }

    @Test
    void saysWhatWouldBeRight() {
        assertThat(fixes("SELECT gmg FROM \"V/147/sdss12\"")).containsExactly("gmag");
        assertThat(fixes("SELECT s.gmg FROM \"V/147/sdss12\" s")).containsExactly("gmag");
        assertThat(fixes("SELECT size FROM t1")).containsExactly("\"size\"");
        assertThat(fixes("SELECT ra FROM t1 AS a, t1 AS b")).containsExactly("a.ra", "b.ra");
        assertThat(fixes("SELECT ra FROM t1 WHERE id = \"M 31\"")).containsExactly("'M 31'");
        assertThat(fixes("SELECT gmag FROM J/A+A/585/A93/table2, t1")).containsExactly("\"J/A+A/585/A93/table2\"");
        assertThat(fixes("SELECT _ra FROM t1")).containsExactly("\"_ra\"");
        assertThat(fixes("SELECT ra FROM t1 LIMIT 5")).isEmpty();
        assertThat(fixes("SELECT ra FROM t1 WHERE COUNT(*) > 1")).isEmpty();
        AdqlFault open = adql.check("SELECT ra FROM t1 WHERE (ra > 1").get(0);
        assertThat(open.addition()).isEqualTo(")");
        assertThat(adql.check("SELECT s.gmg FROM \"V/147/sdss12\" s", TestSchemas.ALL)
                        .get(0)
                        .column())
                .isEqualTo(10);
    }

    @Test
    void marksNoMoreThanTheFix() {
        AdqlFault qualifier = adql.check("SELECT sds.* FROM \"V/147/sdss12\" AS sdss", TestSchemas.ALL)
                .get(0);
        assertThat(qualifier.length()).isEqualTo(3);
        assertThat(qualifier.fixes()).containsExactly("sdss");
        AdqlFault slashes = adql.check("SELECT n FROM V/147/sdss12 WHERE n > 1").get(0);
        assertThat(slashes.column()).isEqualTo(15);
        assertThat(slashes.length()).isEqualTo(12);
    }

    private List<String> fixes(String query) {
        List<AdqlFault> faults = adql.check(query, TestSchemas.ALL);
        assertThat(faults).hasSize(1);
        return faults.get(0).fixes();
    }

    @Test
    void takesDeclaredFunctionsForGranted() {
        assertThat(adql.check("SELECT GAVO_MATCH(id) FROM t1", CONTEXT)).isEmpty();
        assertThat(adql.check("SELECT GAVO_MATCH(id) FROM t1", TestSchemas.ALL)).hasSize(1);
        assertThat(adql.check("SELECT gavo_mtch(id) FROM t1", CONTEXT).get(0).fixes())
                .containsExactly("gavo_match");
    }

    @Test
    void findsTablesHoweverTheyAreWritten() {
        assertThat(CONTEXT.table("v/147/SDSS12")).isPresent();
        assertThat(CONTEXT.table("IVOA.\"obscore\"")).isPresent();
        assertThat(CONTEXT.table("TAP_UPLOAD.t1")).isPresent();
        assertThat(CONTEXT.table("nowhere")).isEmpty();
    }

    @Test
    void takesColumnsAsTheyArrive() {
        TableMeta big = new TableMeta("lazy.big", "", "", "", "", List.of(TestSchemas.GMAG));
        assertThat(adql.check("SELECT nothing FROM lazy.big", CONTEXT)).isEmpty();
        AdqlContext more = CONTEXT.withTable(big);
        assertThat(adql.check("SELECT nothing FROM lazy.big", more)).hasSize(1);
        assertThat(more.functions()).isEqualTo(CONTEXT.functions());
        assertThat(CONTEXT.withTable(new TableMeta("other", "", "", "", "", List.of()))
                        .schemas())
                .isEqualTo(CONTEXT.schemas());
        SchemaMeta uploads = new SchemaMeta("x", "", List.of(big));
        assertThat(CONTEXT.withSchema(uploads).schemas()).endsWith(uploads);
    }
}
