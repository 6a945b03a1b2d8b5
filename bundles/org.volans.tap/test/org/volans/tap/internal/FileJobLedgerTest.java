package org.volans.tap.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.volans.api.InputException;
import org.volans.api.tap.JobLedger.Entry;

@SuppressWarnings("null")
class FileJobLedgerTest {

    @TempDir
    Path folder;

    private static Entry entry(int n) {
        return new Entry(
                URI.create("http://example.org/tap/async/" + n),
                URI.create("http://example.org/tap"),
                "SELECT 'é=\\' -- " + n + "\n FROM t # x",
                "2026-01-01T00:00:%02dZ".formatted(n));
    }

    @Test
    void keepsJobsForTheNextProgramNewestFirst() throws Exception {
        FileJobLedger ledger = new FileJobLedger(folder.resolve("deep/jobs"));
        assertThat(ledger.entries()).isEmpty();
        ledger.remove(entry(1).job());
        ledger.add(entry(1));
        ledger.add(entry(2));
        ledger.add(entry(2));
        FileJobLedger next = new FileJobLedger(folder.resolve("deep/jobs"));
        assertThat(next.entries()).containsExactly(entry(2), entry(1));
        next.remove(entry(2).job());
        assertThat(ledger.entries()).containsExactly(entry(1));
    }

    @Test
    void aSpoiltFileCostsOneJob() throws Exception {
        FileJobLedger ledger = new FileJobLedger(folder);
        ledger.add(entry(1));
        Files.writeString(folder.resolve("a.properties"), "job=\\u00zz");
        Files.writeString(folder.resolve("b.properties"), "");
        Files.writeString(folder.resolve("c.properties"), "job=http://x y/");
        Files.write(folder.resolve("d.properties"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        Files.writeString(folder.resolve("job1.tmp"), "half");
        assertThat(ledger.entries()).containsExactly(entry(1));
    }

    @Test
    void hidesJobsFromOtherUsers() throws Exception {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        new FileJobLedger(folder).add(entry(1));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files)
                    .singleElement()
                    .satisfies(f -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(f)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void manyAtOnceLeaveWholeFilesOnly() throws Exception {
        FileJobLedger ledger = new FileJobLedger(folder);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                int n = i % 25;
                threads.submit(() -> {
                    ledger.add(entry(n));
                    return ledger.entries();
                });
            }
        }
        assertThat(ledger.entries()).hasSize(25);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(25);
        }
    }

    @Test
    void saysWhereItCannotWrite() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> new FileJobLedger(file).add(entry(1)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("cannot remember the job http://example.org/tap/async/1 in " + file);
    }
}
