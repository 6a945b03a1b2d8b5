package org.volans.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.volans.engine.internal.TestTables.ask;
import static org.volans.engine.internal.TestTables.column;
import static org.volans.engine.internal.TestTables.load;
import static org.volans.engine.internal.TestTables.table;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.volans.api.InputException;
import org.volans.api.adql.AdqlDatabase;
import org.volans.api.adql.AdqlException;
import uk.ac.starlink.table.RowListStarTable;
import uk.ac.starlink.table.StarTable;

/** Queries side by side, uploads, cancelling, and what queries must not reach. */
class SessionsTest {

    private static final int QUERIES = 40;

    private final AdqlDatabase database = TestTables.database();

    @BeforeEach
    void load3() throws InputException {
        load(database, "", "sky", TestTables.spiral(10_000));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static StarTable upload(int value, int rows) {
        RowListStarTable upload = table(column("v", Integer.class));
        for (int i = 0; i < rows; i++) {
            upload.addRow(new Object[] {value});
        }
        return upload;
    }

    @Test
    void keepsUploadsOfConcurrentQueriesApart() throws Exception {
        List<Future<List<Object>>> answers = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int q = 0; q < QUERIES; q++) {
                int value = q;
                answers.add(executor.submit(() -> {
                    StarTable found = database.query(
                                    "SELECT MIN(u.v), MAX(u.v), COUNT(*) FROM TAP_UPLOAD.t1 AS u JOIN sky ON sky.id = u.v",
                                    Map.of("t1", upload(value, value + 1)),
                                    10,
                                    new NullProgressMonitor())
                            .table();
                    return List.of(found.getRow(0));
                }));
            }
        }
        for (int q = 0; q < QUERIES; q++) {
            assertThat(answers.get(q).get()).containsExactly(q, q, (long) q + 1);
        }
        assertThatThrownBy(() -> ask(database, "SELECT * FROM TAP_UPLOAD.t1"))
                .isInstanceOf(AdqlException.class)
                .hasMessageContaining("1:15: unknown table 'TAP_UPLOAD.t1'");
        assertThat(database.schemas()).hasSize(1);
    }

    @Test
    void joinsAnUploadOfManyPositions() throws Exception {
        // each position of the upload lies a thousandth of a degree north of one in the table
        RowListStarTable many =
                table(column("id", Integer.class), column("ra", Double.class), column("dec", Double.class));
        StarTable sky = TestTables.spiral(10_000);
        for (int i = 0; i < 100_000; i++) {
            double ra = (Double) sky.getCell(i % 10_000, 1);
            double dec = (Double) sky.getCell(i % 10_000, 2);
            many.addRow(new Object[] {i % 10_000, ra, dec + 0.001});
        }
        StarTable found = database.query(
                        "SELECT COUNT(*), SUM(CASE WHEN u.id = sky.id THEN 1 ELSE 0 END) FROM sky JOIN TAP_UPLOAD.many AS u"
                                + " ON 1=CONTAINS(POINT('ICRS', sky.ra, sky.dec), CIRCLE('ICRS', u.ra, u.dec, 4./3600.))",
                        Map.of("many", many),
                        10,
                        new NullProgressMonitor())
                .table();
        assertThat(found.getRow(0)).containsExactly(100_000L, 100_000L);
    }

    @Test
    @Timeout(60)
    void isInterruptedByItsMonitor() {
        AtomicInteger asked = new AtomicInteger();
        NullProgressMonitor monitor = new NullProgressMonitor() {
            @Override
            public boolean isCanceled() {
                return asked.incrementAndGet() > 5;
            }
        };
        // 10^12 combinations: hours, were it not interrupted
        assertThatThrownBy(() -> database.query(
                        "SELECT COUNT(*) FROM sky AS a, sky AS b, sky AS c WHERE SIN(a.ra + b.ra) * COS(c.ra) > 0.5",
                        Map.of(),
                        10,
                        monitor))
                .isInstanceOf(OperationCanceledException.class);
    }

    @Test
    void startsNothingWhenAlreadyCancelled() {
        NullProgressMonitor monitor = new NullProgressMonitor();
        monitor.setCanceled(true);
        assertThatThrownBy(() -> database.query("SELECT * FROM sky", Map.of(), 10, monitor))
                .isInstanceOf(OperationCanceledException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM read_csv('FILE')",
                "SELECT * FROM 'FILE'",
                "SELECT * FROM \"FILE\"",
                "SELECT read_text('FILE') FROM sky",
                "SELECT * FROM sky WHERE id IN (SELECT * FROM read_text('FILE'))",
                "COPY sky TO 'FILE'",
                "SELECT * FROM sky; COPY sky TO 'FILE'",
                "SELECT id FROM sky; DROP TABLE sky",
                "ATTACH 'FILE' AS f",
                "SELECT getenv('HOME') FROM sky",
                "SELECT * FROM duckdb_settings()",
                "SELECT * FROM information_schema.tables",
                "SELECT * FROM pg_catalog.pg_class",
                "SELECT * FROM sqlite_master",
                "SELECT id FROM sky WHERE id = 1 /* x */ OR 1=1",
                "SELECT id::TEXT FROM sky",
                "SELECT $1 FROM sky",
                "SELECT id FROM sky WHERE name = 'a\\' OR 1=1 --'",
                "SELECT adql_contains('a', 'b') FROM sky",
                "SELECT 1 AS \"x\", (SELECT * FROM \".sky\") FROM sky",
                "PRAGMA version",
                "DELETE FROM sky"
            })
    void reachesNothingButItsTables(String adql, @TempDir Path folder) throws Exception {
        Path file = folder.resolve("secret.csv");
        Files.writeString(file, "a,b\n1,2\n");
        String written = adql.replace("FILE", file.toString());
        assertThatThrownBy(() -> ask(database, written)).isInstanceOf(AdqlException.class);
        assertThat(Files.readString(file)).isEqualTo("a,b\n1,2\n");
        assertThat(TestTables.value(database, "SELECT COUNT(*) FROM sky")).isEqualTo(10_000L);
    }

    @Test
    void takesTextForText() throws Exception {
        for (String text : List.of("'; DROP TABLE sky; --", "a\" b", "\\'", "%s %d", "{}", "$$", "E'\\n'", "\u0000x")) {
            StarTable found = ask(
                    database,
                    "SELECT '" + text.replace("'", "''") + "' AS \""
                            + text.replace("\"", "\"\"").replace("\0", "") + "\" FROM sky WHERE id = 1");
            assertThat(found.getCell(0, 0)).isEqualTo(text.replace("\0", ""));
            assertThat(found.getColumnInfo(0).getName()).isEqualTo(text.replace("\0", ""));
        }
        assertThat(TestTables.value(database, "SELECT COUNT(*) FROM sky")).isEqualTo(10_000L);
    }
}
