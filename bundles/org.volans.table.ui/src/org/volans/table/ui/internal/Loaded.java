package org.volans.table.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.table.SharedTable;
import org.volans.api.table.TableFile;
import org.volans.ui.project.Provenance;
import org.volans.ui.selection.OpenTable;
import uk.ac.starlink.table.DescribedValue;
import uk.ac.starlink.table.StarTable;

/**
 * A file that has been read.
 *
 * @param provenance what its sidecar says
 * @param tables     the tables as the workbench knows them, in the order of the file
 */
record Loaded(Optional<Provenance> provenance, List<OpenTable> tables) {

    /**
     * @param stem     the file's name without extension
     * @param resource where it is in the workspace, if it is there
     */
    static Loaded of(TableFile file, Optional<Provenance> provenance, String stem, Optional<IFile> resource) {
        List<OpenTable> tables = new ArrayList<>();
        for (StarTable table : file.tables()) {
            String name = tables.isEmpty() ? stem : stem + "#" + (tables.size() + 1);
            tables.add(new OpenTable(name, table, file.document(), resource, context(table, provenance)));
        }
        return new Loaded(provenance, List.copyOf(tables));
    }

    /** The file of a table that came from another program, if there is nothing more in it than what is known already. */
    static Optional<TableFile> whole(SharedTable table) {
        return table.document()
                .filter(document -> document.tables().size() == 1)
                .map(document -> new TableFile("votable", List.of(table.table()), table.document()));
    }

    private static String context(StarTable table, Optional<Provenance> provenance) {
        StringBuilder context = new StringBuilder();
        provenance.ifPresent(
                p -> context.append(p.source()).append('\n').append(p.query()).append('\n'));
        append(context, table.getName());
        for (Object parameter : table.getParameters()) {
            if (parameter instanceof DescribedValue value
                    && "description".equalsIgnoreCase(value.getInfo().getName())) {
                append(context, String.valueOf(value.getValue()));
            }
        }
        return context.toString().strip();
    }

    private static void append(StringBuilder context, @Nullable String words) {
        if (words != null && !words.isBlank()) {
            context.append(words.strip()).append('\n');
        }
    }
}
