package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IPath;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.part.FileEditorInput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.selection.OpenTables;
import org.volans.ui.widgets.StatePane;

/** Table files that are broken or change while they are open. */
class TableFilesTest {

    @AfterEach
    void close() {
        Ui.page().closeAllEditors(false);
    }

    @Test
    void saysWhatIsWrongWithABrokenFile() throws Exception {
        TableUi.write(
                "broken.vot",
                "<?xml version='1.0'?>\n<VOTABLE version='1.4'><RESOURCE><TABLE>\n"
                        + "<FIELD name='a' datatype='int'/><DATA><TABLEDATA><TR><TD>1</TD></TR>\n<TR><TD>2");
        TableUi table = TableUi.open("broken.vot");
        StatePane pane = table.one(StatePane.class, "table.state");
        Ui.until("the failure shows", () -> pane.says().contains("cannot be shown"));
        assertThat(pane.says()).contains("the VOTable ended early after 1 rows", "Try again", "Open as text");
        // mended on disk: read without being asked
        TableUi.write(
                "broken.vot",
                "<VOTABLE version='1.4'><RESOURCE><TABLE><FIELD name='a' datatype='int'/><DATA><TABLEDATA>"
                        + "<TR><TD>1</TD></TR><TR><TD>2</TD></TR></TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>");
        table.untilShown("a");
        table.untilCount("2 rows");
    }

    @Test
    void offersToReadAgainWhatHasChanged() throws Exception {
        TableUi.write("changing.csv", "a,b\n1,2\n");
        TableUi table = TableUi.open("changing.csv");
        table.untilShown("a");
        TableUi.write("changing.csv", "a,b\n1,2\n3,4\n");
        var link = Ui.found(
                "the offer",
                () -> Ui.all(table.editor(), Link.class).stream()
                        .filter(l -> "table.announcement".equals(l.getData("org.volans.id")) && l.getVisible())
                        .findFirst());
        Ui.click(link);
        Ui.until(
                "both rows show",
                () -> Ui.all(table.editor(), NatTable.class).size() == 1
                        && table.count().equals("2 rows"));
    }

    @Test
    void followsAFileThatIsRenamed() throws Exception {
        IFile file = TableUi.write("before.csv", "a,b\n1,2\n");
        IFile after = file.getParent().getFile(IPath.fromPortableString("after.csv"));
        after.delete(true, null);
        TableUi table = TableUi.open("before.csv");
        table.untilShown("a");
        file.move(after.getFullPath(), true, null);
        Ui.until("the tab has the new name", () -> table.editor().getTitle().equals("after.csv"));
        assertThat(table.editor().getEditorInput()).isEqualTo(new FileEditorInput(after));
        table.untilShown("a");
        assertThat(Ui.service(OpenTables.class).all())
                .extracting(OpenTable::name)
                .contains("after")
                .doesNotContain("before");
        // and goes on to watch it
        TableUi.write("after.csv", "a,b\n1,2\n3,4\n");
        Ui.found(
                "the offer",
                () -> Ui.all(table.editor(), Link.class).stream()
                        .filter(l -> "table.announcement".equals(l.getData("org.volans.id")) && l.getVisible())
                        .findFirst());
    }
}
