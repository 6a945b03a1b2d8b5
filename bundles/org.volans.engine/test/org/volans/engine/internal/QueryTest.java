package org.volans.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.volans.engine.internal.TestTables.ask;
import static org.volans.engine.internal.TestTables.column;
import static org.volans.engine.internal.TestTables.load;
import static org.volans.engine.internal.TestTables.rows;
import static org.volans.engine.internal.TestTables.table;
import static org.volans.engine.internal.TestTables.value;

import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.volans.api.InputException;
import org.volans.api.adql.AdqlDatabase;
import org.volans.api.adql.AdqlResult;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowListStarTable;
import uk.ac.starlink.table.StarTable;

/** What ADQL 2.1 says a query means. */
class QueryTest {

    private final AdqlDatabase database = TestTables.database();

    @BeforeEach
    void load3() throws InputException {
        RowListStarTable stars = table(
                column("id", Integer.class, "", "meta.id"),
                column("name", String.class),
                column("gmag", Float.class, "mag", "phot.mag;em.opt.B"),
                column("rmag", Double.class, "mag", "phot.mag;em.opt.R"),
                column("size", Double.class, "arcsec", "phys.angSize"));
        stars.addRow(new Object[] {1, "alpha", 10.5f, 9.5, 1.0});
        stars.addRow(new Object[] {2, "Beta", 12f, Double.NaN, 2.0});
        stars.addRow(new Object[] {3, "gamma's", Float.NaN, 13.25, 3.0});
        stars.addRow(new Object[] {4, null, 14f, 13.0, 4.0});
        load(database, "", "stars", stars);
        load(database, "survey", "survey.seen", TestTables.texts("name site", "alpha|N", "alpha|S", "Beta|N"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            1/3; 0
            -7/2; -3
            1./4; 0.25
            7/2.; 3.5
            MOD(7, 4); 3
            CEILING(1.2); 2.0
            FLOOR(-1.2); -2.0
            ROUND(2.567, 2); 2.57
            TRUNCATE(-2.567, 1); -2.5
            TRUNCATE(2.9); 2.0
            LOG10(1000); 3.0
            LOG(EXP(2)); 2.0
            SQRT(2.25); 1.5
            POWER(2, 10); 1024.0
            DEGREES(PI()); 180.0
            RADIANS(180) - PI(); 0.0
            ATAN2(1, 1) * 4 - PI(); 0.0
            COS(0) + SIN(0) + TAN(0); 1.0
            COT(RADIANS(45)) - 1 < 0.0001; true
            ACOS(1) + ASIN(0) + ATAN(0); 0.0
            ABS(-3); 3
            0xFF; 255
            0x10 | 1; 17
            6 & 3; 2
            6 ^ 3; 5
            ~0; -1
            'a' || 'b' || 'it''s'; abit's
            UPPER('abc') || LOWER('DEF'); ABCdef
            COALESCE(NULL, 5); 5
            CAST('42' AS INTEGER) + 1; 43
            CAST(2.5 AS VARCHAR(2)); 2.
            CAST('2020-01-02T03:04:05.25' AS TIMESTAMP); 2020-01-02T03:04:05.250
            CASE WHEN 1 > 2 THEN 'x' ELSE 'y' END; y
            1 + 2 * 3 - -4; 11
            2 < 3 AND NOT 3 < 2; true
            ivo_nocasematch('ObsCore', 'obs%'); 1
            ivo_hasword('The Sloan Digital Sky Survey', 'SLOAN'); 1
            ivo_hasword('Sloanish', 'sloan'); 0
            ivo_hasword('sky of the survey', 'survey sky'); 1
            ivo_hashlist_has('Optical#Infrared', 'infrared'); 1
            ivo_hashlist_has('near-infrared', 'infrared'); 0
            ivo_interval_overlaps(1, 3, 2.5, 9); 1
            ivo_interval_overlaps(1, 2, 2.5, 9); 0
            IN_UNIT(size, 'mas'); 1000.0
            """)
    void givesTheValueOf(String expression, String expected) throws Exception {
        assertThat(value(database, "SELECT " + expression.replace("size", "\"size\"") + " FROM stars WHERE id = 1"))
                .hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            name LIKE '%a'; 1 2
            name ILIKE 'b%'; 2
            name NOT LIKE '%a'; 3
            name LIKE 'gamma''s'; 3
            name IS NULL; 4
            name IS NOT NULL AND id > 1; 2 3
            gmag IS NULL; 3
            gmag > 11; 2 4
            rmag BETWEEN 9.5 AND 13; 1 4
            rmag NOT BETWEEN 9.5 AND 13; 3
            id IN (1, 3, 99); 1 3
            id NOT IN (SELECT id FROM stars WHERE id < 3); 3 4
            name IN (SELECT name FROM survey.seen); 1 2
            EXISTS (SELECT * FROM survey.seen AS s WHERE s.name = stars.name AND site = 'S'); 1
            NOT EXISTS (SELECT * FROM survey.seen AS s WHERE s.name = stars.name); 3 4
            gmag - rmag > 0.5 OR id = 4; 1 4
            id <> 1 AND id != 2; 3 4
            gmag > (SELECT MIN(gmag) FROM stars); 2 4
            LOG10(rmag - 10) > 0; 3 4
            id = '2'; 2
            """)
    void findsTheRowsWhere(String condition, String expected) throws Exception {
        String ids = rows(ask(database, "SELECT id FROM stars WHERE " + condition + " ORDER BY id")).stream()
                .map(r -> String.valueOf(r.get(0)))
                .reduce((a, b) -> a + " " + b)
                .orElse("");
        assertThat(ids).isEqualTo(expected);
    }

    @Test
    void passesMetadataOn() throws Exception {
        StarTable table = ask(
                database,
                "SELECT x.g AS \"G mag\", *, AVG(rmag) AS r FROM (SELECT id, gmag AS g, rmag FROM stars) AS x"
                        + " GROUP BY id, g, rmag ORDER BY id");
        ColumnInfo g = table.getColumnInfo(0);
        assertThat(List.of(g.getName(), g.getUnitString(), g.getUCD(), g.getDescription()))
                .containsExactly("G mag", "mag", "phot.mag;em.opt.B", "the gmag");
        assertThat(g.getContentClass()).isEqualTo(Float.class);
        assertThat(table.getColumnInfo(1).getName()).isEqualTo("id");
        assertThat(table.getColumnInfo(4).getUnitString()).isEqualTo("mag");
        assertThat(table.getColumnInfo(4).getUCD()).startsWith("stat.mean;phot.mag");
    }

    @Test
    void ordersBeforeItCutsAndSkipsBeforeItTakes() throws Exception {
        assertThat(rows(ask(database, "SELECT TOP 2 id FROM stars ORDER BY id DESC")))
                .containsExactly(List.of(4), List.of(3));
        assertThat(rows(ask(database, "SELECT TOP 2 id FROM stars ORDER BY \"size\" OFFSET 1")))
                .containsExactly(List.of(2), List.of(3));
        assertThat(rows(ask(database, "SELECT -id AS id FROM stars ORDER BY id")))
                .containsExactly(List.of(-4), List.of(-3), List.of(-2), List.of(-1));
        assertThat(rows(ask(database, "SELECT id FROM stars ORDER BY ABS(id - 3), 1")))
                .containsExactly(List.of(3), List.of(2), List.of(4), List.of(1));
    }

    @Test
    void saysThatThereIsMore() throws Exception {
        AdqlResult cut = database.query("SELECT * FROM stars ORDER BY id DESC", Map.of(), 3, new NullProgressMonitor());
        assertThat(cut.overflow()).isTrue();
        assertThat(rows(cut.table())).extracting(r -> r.get(0)).containsExactly(4, 3, 2);
        AdqlResult whole = database.query("SELECT * FROM stars", Map.of(), 4, new NullProgressMonitor());
        assertThat(whole.overflow()).isFalse();
        assertThat(whole.table().getRowCount()).isEqualTo(4);
        AdqlResult none = database.query("SELECT * FROM stars", Map.of(), 0, new NullProgressMonitor());
        assertThat(none.table().getRowCount()).isZero();
        assertThat(none.table().getColumnCount()).isEqualTo(5);
    }

    @Test
    void joins() throws Exception {
        assertThat(rows(ask(database, "SELECT name, id, site FROM stars NATURAL JOIN survey.seen ORDER BY id, site")))
                .containsExactly(List.of("alpha", 1, "N"), List.of("alpha", 1, "S"), List.of("Beta", 2, "N"));
        assertThat(rows(ask(database, "SELECT COUNT(*) FROM stars LEFT OUTER JOIN survey.seen USING (name)")))
                .containsExactly(List.of(5L));
        assertThat(rows(ask(database, "SELECT COUNT(*) FROM stars, survey.seen")))
                .containsExactly(List.of(12L));
        assertThat(rows(ask(database, "SELECT COUNT(*) FROM stars CROSS JOIN survey.seen AS s")))
                .containsExactly(List.of(12L));
        assertThat(
                        rows(
                                ask(
                                        database,
                                        "SELECT a.id, b.id FROM stars AS a FULL JOIN stars AS b ON a.id = b.id + 2 ORDER BY b.id, a.id")))
                .hasSize(6);
        StarTable star = ask(database, "SELECT * FROM survey.seen NATURAL RIGHT JOIN stars ORDER BY id");
        assertThat(star.getColumnInfo(0).getName()).isEqualTo("name");
        assertThat(star.getColumnCount()).isEqualTo(6);
        assertThat(star.getCell(0, 0)).isEqualTo("alpha");
    }

    @Test
    void groups() throws Exception {
        assertThat(rows(ask(
                        database,
                        "SELECT name, COUNT(*) AS n, COUNT(DISTINCT site), ivo_string_agg(site, '+') FROM survey.seen"
                                + " GROUP BY name HAVING COUNT(*) > 1")))
                .containsExactly(List.of("alpha", 2L, 2L, "N+S"));
        assertThat(rows(ask(database, "SELECT MIN(id), MAX(id), SUM(id), AVG(id), COUNT(gmag) FROM stars")))
                .containsExactly(List.of(1, 4, 10L, 2.5, 3L));
        assertThat(rows(ask(database, "SELECT id / 3 AS third, COUNT(*) FROM stars GROUP BY third ORDER BY third")))
                .containsExactly(List.of(0, 2L), List.of(1, 2L));
    }

    @Test
    void combines() throws Exception {
        assertThat(rows(ask(database, "SELECT id FROM stars WHERE id < 3 UNION SELECT id FROM stars WHERE id < 2")))
                .hasSize(2);
        assertThat(
                        rows(
                                ask(
                                        database,
                                        "SELECT id AS x FROM stars WHERE id < 3 UNION ALL SELECT id FROM stars WHERE id < 2 ORDER BY x DESC")))
                .containsExactly(List.of(2), List.of(1), List.of(1));
        assertThat(rows(ask(database, "SELECT id FROM stars EXCEPT SELECT id FROM stars WHERE id > 1 OFFSET 0")))
                .containsExactly(List.of(1));
        assertThat(rows(ask(
                        database,
                        "WITH bright AS (SELECT id, gmag FROM stars WHERE gmag < 13), one AS (SELECT MIN(id) AS id FROM bright)"
                                + " SELECT b.gmag FROM bright AS b JOIN one ON b.id = one.id; -- done")))
                .containsExactly(List.of(10.5f));
        assertThat(rows(ask(
                        database,
                        "(SELECT TOP 1 id FROM stars ORDER BY id) UNION (SELECT id FROM stars INTERSECT SELECT 4 FROM stars)"
                                + " ORDER BY 1")))
                .containsExactly(List.of(1), List.of(4));
    }

    @Test
    void tellsColumnsApartThatDifferInCaseAlone() throws Exception {
        RowListStarTable twins = table(column("n", Integer.class), column("N", Integer.class));
        twins.addRow(new Object[] {1, 2});
        load(database, "", "twins", twins);
        assertThat(rows(ask(database, "SELECT n, N, \"n\", \"N\", t.* FROM twins AS t")))
                .containsExactly(List.of(1, 2, 1, 2, 1, 2));
    }

    @Test
    void dividesByZeroWithoutFailing() throws Exception {
        assertThat(ask(database, "SELECT 1/0 AS i, 1./0 AS r FROM stars WHERE id = 1")
                        .getCell(0, 0))
                .isNull();
    }

    @Test
    void saysWhatTheEngineRefuses() {
        assertThatThrownBy(() -> ask(database, "SELECT CAST(name AS INTEGER) FROM stars"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("the query cannot be run: Could not convert string 'alpha' to INT32")
                .hasMessageNotContaining("LINE")
                .hasMessageNotContaining("\n");
    }
}
