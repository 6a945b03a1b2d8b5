package org.volans.cli.internal;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.Version;

/** The application {@code org.volans.cli.app}: the product's entry point without a desktop. */
public final class HeadlessApplication implements IApplication {

    /** Exit code of a wrong command line. */
    static final Integer WRONG_USAGE = 2;

    @Override
    @NonNullByDefault({}) // the interface says nothing about its parameter
    public Object start(IApplicationContext context) {
        Object given = context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        String[] arguments = given instanceof String[] strings ? strings : new String[0];
        return run(arguments, FrameworkUtil.getBundle(HeadlessApplication.class).getVersion());
    }

    @Override
    public void stop() {
        // Nothing runs beside start().
    }

    static Integer run(String[] arguments, Version version) {
        if (arguments.length == 1 && "--version".equals(arguments[0])) {
            System.out.println(versionLine(version));
            return EXIT_OK;
        }
        System.err.println("usage: volans --version");
        return WRONG_USAGE;
    }

    /** The qualifier is left out: it names a build, not a release. */
    static String versionLine(Version version) {
        return "volans %d.%d.%d".formatted(version.getMajor(), version.getMinor(), version.getMicro());
    }
}
