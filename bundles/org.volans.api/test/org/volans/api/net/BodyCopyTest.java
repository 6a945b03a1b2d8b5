package org.volans.api.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.volans.api.ServiceException;

class BodyCopyTest {

    private static final int SIZE = 200_000;

    private record Sent(InputStream body, Map<String, String> headers) implements HttpAnswer {

        @Override
        public int status() {
            return 200;
        }

        @Override
        public URI uri() {
            return URI.create("http://h/x");
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    @NonNullByDefault({})
    private static final class Words extends NullProgressMonitor {

        private final List<String> said = new ArrayList<>();

        @Override
        public void subTask(String name) {
            said.add(name);
        }
    }

    private static Sent sent(String length) {
        return new Sent(new ByteArrayInputStream(new byte[SIZE]), Map.of("Content-Length", length));
    }

    private static long copied(HttpAnswer answer) throws IOException, ServiceException {
        return answer.copyTo(OutputStream.nullOutputStream(), new NullProgressMonitor());
    }

    @Test
    void copiesAllAndSaysHowMuch() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Words monitor = new Words();
        assertThat(sent("200000").copyTo(out, monitor)).isEqualTo(SIZE);
        assertThat(out.size()).isEqualTo(SIZE);
        assertThat(monitor.said.getFirst()).isEqualTo("65.5 kB of 200 kB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"199999", "200001"})
    void refusesAnotherLengthThanWasPromised(String length) {
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> copied(sent(length)))
                .withMessage("h: the data broke off after 200000 of " + length + " bytes");
    }

    @Test
    void theLengthOfACompressedBodyPromisesNothing() throws Exception {
        Map<String, String> headers = Map.of("Content-Length", "7", "Content-Encoding", "gzip");
        assertThat(copied(new Sent(new ByteArrayInputStream(new byte[SIZE]), headers)))
                .isEqualTo(SIZE);
    }

    @Test
    void tellsTheServersFaultFromTheDisks() {
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> copied(new Sent(new Breaking(BodyCopyTest::nothing), Map.of())))
                .withMessage("h: the data broke off after 10 bytes");
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        assertThatIOException()
                .isThrownBy(() -> sent("200000").copyTo(full, new NullProgressMonitor()))
                .withMessage("No space left on device");
    }

    private static void nothing() {
        // just breaks
    }

    /** Ends after ten bytes. */
    private static final class Breaking extends InputStream {

        private final Runnable before;
        private int left = 10;

        Breaking(Runnable before) {
            this.before = before;
        }

        @Override
        public int read() throws IOException {
            if (left-- > 0) {
                return 0;
            }
            before.run();
            throw new InterruptedIOException("closed");
        }

        @Override
        @NonNullByDefault({})
        public int read(byte[] buffer, int from, int length) throws IOException {
            read();
            return 1;
        }
    }

    /** The exchange is ended by the monitor, which its stream sees first. */
    @Test
    void whatACancelledMonitorBreaksOffIsNoFault() {
        NullProgressMonitor monitor = new NullProgressMonitor();
        try (Sent sent = new Sent(new Breaking(() -> monitor.setCanceled(true)), Map.of())) {
            assertThatExceptionOfType(OperationCanceledException.class)
                    .isThrownBy(() -> sent.copyTo(OutputStream.nullOutputStream(), monitor));
        }
    }
}
