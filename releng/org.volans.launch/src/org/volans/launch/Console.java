package org.volans.launch;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;

/**
 * A Gogo shell that reads commands from standard input. Gogo would start one by itself, whose {@code exit} ends the Java machine from
 * within: the shell is then interrupted in its own command, and says so. Here {@code exit} ends the input of the shell, and what
 * is to end after the shell does.
 *
 * <p>Gogo is a bundle, whose classes the launcher does not see: hence reflection.
 */
final class Console {

    private static final String COMMANDS = "org.apache.felix.service.command.";

    /** Ends when the shell is told to. */
    private static final class Input extends FilterInputStream {

        private volatile boolean ended;

        Input() {
            super(new FileInputStream(FileDescriptor.in));
        }

        @Override
        public int read() throws IOException {
            return ended ? -1 : super.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return ended ? -1 : super.read(bytes, offset, length);
        }
    }

    /** Falls silent when the framework stops: the shell would tell how it is torn down. */
    private static final class Output extends FilterOutputStream {

        private final Bundle system;

        Output(FileDescriptor file, Bundle system) {
            super(new FileOutputStream(file));
            this.system = system;
        }

        @Override
        public void write(int one) throws IOException {
            if (system.getState() == Bundle.ACTIVE) {
                out.write(one);
            }
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (system.getState() == Bundle.ACTIVE) {
                out.write(bytes, offset, length);
            }
        }
    }

    /** A command for the shell; found before that of the same name that Gogo has. */
    public final class Exit {

        Exit() {}

        /** Without a code. */
        public void exit() {
            exit(0);
        }

        /** @param code what the process ends with */
        public void exit(int code) {
            exitCode = code;
            exiting = true;
            input.ended = true;
        }
    }

    private final BundleContext framework;
    private final Input input = new Input();
    private volatile boolean exiting;
    private volatile int exitCode;

    Console(BundleContext framework) {
        this.framework = framework;
    }

    /** What the process shall end with: 0 if the shell did not say. */
    int exitCode() {
        return exitCode;
    }

    /**
     * Starts the shell in a thread of its own.
     *
     * @param alone to stop the framework when the input has ended
     */
    void start(boolean alone) throws BundleException {
        // lazy like all others: nothing of them runs unless it is asked for
        for (Bundle bundle : framework.getBundles()) {
            if (bundle.getSymbolicName().startsWith("org.apache.felix.gogo.")) {
                bundle.start(Bundle.START_TRANSIENT);
            }
        }
        // a class of Java: those of the launcher are none that Gogo's bundle may get
        framework.registerService(
                Object.class,
                new Exit(),
                FrameworkUtil.asDictionary(Map.of("osgi.command.scope", "gogo", "osgi.command.function", "exit")));
        Thread.ofPlatform().name("Volans console").daemon().start(() -> read(alone));
    }

    private void read(boolean alone) {
        try {
            execute("gosh --login --quiet" + (alone ? "" : " --noshutdown"));
        } catch (InvocationTargetException e) {
            if (!(e.getCause() instanceof InterruptedException)) { // by which the framework stops it
                failed("the console ended: " + e.getCause(), alone);
            }
        } catch (ReflectiveOperationException e) {
            failed("this Gogo is not the one that Volans knows: " + e, alone);
        }
        if (exiting && !alone) {
            System.exit(exitCode);
        }
    }

    /** A command goes on without the console. */
    private void failed(String reason, boolean alone) {
        System.err.println("volans: " + reason);
        if (alone) {
            System.exit(1);
        }
    }

    private void execute(String command) throws ReflectiveOperationException {
        Object processor = framework.getService(framework.getServiceReference(COMMANDS + "CommandProcessor"));
        ClassLoader gogo = processor.getClass().getClassLoader();
        Object session = gogo.loadClass(COMMANDS + "CommandProcessor")
                .getMethod("createSession", InputStream.class, OutputStream.class, OutputStream.class)
                .invoke(
                        processor,
                        input,
                        new Output(FileDescriptor.out, framework.getBundle()),
                        new Output(FileDescriptor.err, framework.getBundle()));
        gogo.loadClass(COMMANDS + "CommandSession")
                .getMethod("execute", CharSequence.class)
                .invoke(session, command);
    }
}
