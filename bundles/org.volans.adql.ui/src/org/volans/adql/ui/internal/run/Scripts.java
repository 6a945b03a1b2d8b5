package org.volans.adql.ui.internal.run;

import java.util.stream.Collectors;
import org.eclipse.core.resources.IFile;

/** The same query for other programs. */
public final class Scripts {

    private Scripts() {}

    /** A Python script with PyVO 1.4 or newer. */
    public static String pyvo(QueryRun.Order order) {
        StringBuilder script = new StringBuilder("import pyvo\n\n");
        script.append("service = pyvo.dal.TAPService(")
                .append(python(order.service().url().toString()))
                .append(")\n");
        script.append("query = \"\"\"\\\n")
                .append(order.adql().strip().replace("\\", "\\\\").replace("\"\"\"", "\\\"\\\"\\\""))
                .append("\n\"\"\"\n");
        script.append("result = service.")
                .append(order.job() ? "run_async" : "run_sync")
                .append("(query");
        order.maxrec().ifPresent(n -> script.append(", maxrec=").append(n));
        if (!order.uploads().isEmpty()) {
            script.append(", uploads={")
                    .append(order.uploads().stream()
                            .map(u -> python(u.name()) + ": " + python(path(u)))
                            .collect(Collectors.joining(", ")))
                    .append("}");
        }
        return script.append(")\nprint(result.to_table())\n").toString();
    }

    /** A command line of the headless program. */
    public static String volans(QueryRun.Order order) {
        StringBuilder command = new StringBuilder("volans tap query ");
        command.append(shell(order.service().url().toString()))
                .append(' ')
                .append(shell(order.adql().strip()));
        order.uploads().forEach(u -> command.append(" --upload ").append(shell(u.name() + "=" + path(u))));
        if (order.job()) {
            command.append(" --async");
        }
        order.maxrec().ifPresent(n -> command.append(" --maxrec ").append(n));
        return command.append(" -o ")
                .append(shell(order.name() + ".vot"))
                .append('\n')
                .toString();
    }

    private static String path(Upload upload) {
        return upload.file().map(IFile::getLocation).map(Object::toString).orElse(upload.label());
    }

    private static String python(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String shell(String text) {
        return text.matches("[A-Za-z0-9_./:=+@-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
