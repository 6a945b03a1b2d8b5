package org.volans.product;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Other programs at a hub of their own, on a screen of their own, with a home folder of their own. */
final class Neighbours implements AutoCloseable {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private final Path home;
    private final List<Process> processes = new ArrayList<>();
    private String display = "";

    /** @param home an empty folder */
    Neighbours(Path home) {
        this.home = home;
    }

    /** What makes a program join this hub and no other. */
    Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("HOME", home.toString());
        environment.put("JAVA_TOOL_OPTIONS", "-Duser.home=" + home);
        environment.put("DISPLAY", display);
        return environment;
    }

    Path lockfile() {
        return home.resolve(".samp");
    }

    /** Whether all these programs are installed. */
    static boolean installed(String... programs) {
        return Arrays.stream(programs)
                .allMatch(program -> Arrays.stream(System.getenv("PATH").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))));
    }

    /** Starts a program of the neighbourhood, which ends with it. */
    Process start(Path log, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        builder.environment().putAll(environment());
        Process process = builder.redirectError(log.toFile()).start();
        processes.add(process);
        return process;
    }

    /** A screen. */
    void screen() throws IOException {
        Process xvfb = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1600x1200x24")
                .redirectError(home.resolve("xvfb.log").toFile())
                .start();
        processes.add(xvfb);
        display = ":" + xvfb.inputReader().readLine().strip();
    }

    /** TOPCAT with a hub. */
    void topcatWithHub() throws IOException {
        start(home.resolve("topcat.log"), "topcat", "-hub");
        until("TOPCAT's hub", () -> Files.exists(lockfile()));
    }

    /** Aladin without network, which would wait for it. */
    void aladin() throws IOException {
        start(
                home.resolve("aladin.log"),
                "java",
                "-Xmx512m",
                "-jar",
                "/usr/share/java/aladin.jar",
                "-local",
                "-noreleasetest",
                "-nolog");
    }

    /** A client by astropy that does what it is told. */
    Peer peer() throws IOException {
        return new Peer(start(
                home.resolve("peer.log"),
                "/usr/bin/python3",
                Path.of("peers/samp_peer.py").toAbsolutePath().toString()));
    }

    /** Waits for something that has no event that we could wait for: a file or another program's state. */
    static void until(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within a minute: " + what);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    @Override
    public void close() {
        for (Process process : processes.reversed()) {
            process.destroy();
        }
        for (Process process : processes.reversed()) {
            try {
                if (!process.waitFor(10, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** {@code peers/samp_peer.py}. */
    static final class Peer {

        private final Writer in;
        private final BufferedReader out;

        private Peer(Process process) throws IOException {
            in = process.outputWriter();
            out = process.inputReader();
            read();
        }

        JsonElement ask(String verb, Object given) throws IOException {
            Map<String, Object> request = new LinkedHashMap<>();
            request.put(verb, given);
            in.write(new Gson().toJson(request) + "\n");
            in.flush();
            return read();
        }

        /** Calls a client and waits for its reply: {@code samp.status}, {@code samp.result}, {@code samp.error}. */
        Reply call(String client, String mtype, Map<String, ?> params) throws IOException {
            return Reply.of(ask("call", List.of(client, mtype, params)));
        }

        private JsonElement read() throws IOException {
            String line = out.readLine();
            if (line == null) {
                throw new IOException("the peer has ended");
            }
            return JsonParser.parseString(line);
        }
    }

    /** A reply of SAMP. */
    record Reply(String status, JsonElement whole) {

        static Reply of(JsonElement answer) {
            var object = answer.getAsJsonObject();
            return new Reply(
                    object.has("samp.status") ? object.get("samp.status").getAsString() : "none", answer);
        }

        String error() {
            var error = whole.getAsJsonObject().getAsJsonObject("samp.error");
            return error == null ? "" : error.get("samp.errortxt").getAsString();
        }
    }
}
