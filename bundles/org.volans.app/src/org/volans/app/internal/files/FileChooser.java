package org.volans.app.internal.files;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;

/** Asks for files that the workbench has editors for. UI thread. */
final class FileChooser {

    private static final String TABLES = "*.vot;*.xml;*.fits;*.fit;*.fits.gz;*.csv;*.ecsv;*.parquet;*.feather";
    private static final String IMAGES = "*.fits;*.fit;*.fits.gz;*.fits.fz";
    private static final String QUERIES = "*.adql;*.sql";

    private FileChooser() {}

    /** The file that a command names by its parameter {@code file}, else those the user chooses; may be none. */
    static List<Path> files(ExecutionEvent event, String title) {
        @Nullable String given = event.getParameter("file");
        return given == null ? ask(HandlerUtil.getActiveShell(event), title) : List.of(Path.of(given));
    }

    private static List<Path> ask(Shell parent, String title) {
        FileDialog dialog = new FileDialog(parent, SWT.OPEN | SWT.MULTI);
        dialog.setText(title);
        dialog.setFilterNames(
                new String[] {"Tables, images and queries", "Tables", "Images (FITS)", "ADQL queries", "All files"});
        dialog.setFilterExtensions(new String[] {TABLES + ";*.fits.fz;" + QUERIES, TABLES, IMAGES, QUERIES, "*"});
        @Nullable String first = dialog.open();
        if (first == null) {
            return List.of();
        }
        return Arrays.stream(dialog.getFileNames())
                .map(n -> Path.of(dialog.getFilterPath(), n))
                .toList();
    }
}
