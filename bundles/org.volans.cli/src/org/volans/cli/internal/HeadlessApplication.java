package org.volans.cli.internal;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.Version;

/** The application {@code org.volans.cli.app}: the product's entry point without a desktop. */
public final class HeadlessApplication implements IApplication {

    @Override
    @NonNullByDefault({}) // the interface says nothing about its parameter
    public Object start(IApplicationContext context) {
        Object given = context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        String[] arguments = given instanceof String[] strings ? strings : new String[0];
        Bundle bundle = FrameworkUtil.getBundle(HeadlessApplication.class);
        try (ServiceCommands commands = new ServiceCommands(bundle.getBundleContext())) {
            WatchedStream standardOutput = new WatchedStream(new FileOutputStream(FileDescriptor.out));
            Charset charset = forAnswersOnly();
            Surroundings surroundings = new Surroundings(
                    new PrintStream(new BufferedOutputStream(standardOutput), true, charset),
                    standardOutput::failure,
                    System.err,
                    Path.of("").toAbsolutePath(),
                    System.getenv());
            return new CommandShell(commands, surroundings, versionLine(bundle.getVersion())).run(arguments);
        }
    }

    /**
     * Standard output belongs to the answer: what libraries and plug-ins print there goes to standard error.
     *
     * @return the encoding of standard output
     */
    static Charset forAnswersOnly() {
        Charset charset = System.out.charset();
        System.setOut(System.err);
        return charset;
    }

    @Override
    public void stop() {
        // Nothing runs beside start().
    }

    /** The qualifier is left out: it names a build, not a release. */
    static String versionLine(Version version) {
        return "volans %d.%d.%d".formatted(version.getMajor(), version.getMinor(), version.getMicro());
    }
}
