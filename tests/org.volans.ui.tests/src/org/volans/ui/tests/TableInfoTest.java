package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.selection.OpenTables;

/** What the Table editor knows of columns and of what stands around a table. */
class TableInfoTest {

    @AfterEach
    void close() {
        Ui.page().closeAllEditors(false);
    }

    @Test
    void describesColumnsWithStatistics() throws Exception {
        Ui.startSky();
        TableUi table = TableUi.open("objects.vot");
        table.untilShown("ra");
        table.page(1);
        Table columns = table.one(Table.class, "table.columns");
        Button compute = table.one(Button.class, "table.statistics");
        Ui.click(compute);
        Ui.until(
                "the statistics of both are there",
                () -> compute.getText().startsWith("Compute")
                        && !columns.getItem(1).getText(11).isEmpty());
        assertThat(columns.getItem(0).getText(1)).isEqualTo("ra");
        assertThat(columns.getItem(0).getText(3)).isEqualTo("deg");
        assertThat(columns.getItem(0).getText(5)).isEqualTo("0");
        assertThat(columns.getItem(0).getText(7)).startsWith("240.62");
        assertThat(columns.getItem(0).getText(13)).isEqualTo("19");
        Ui.screenshot("table-columns");
    }

    @Test
    void showsAllTablesOfAFileAndWhatStandsAroundThem() throws Exception {
        TableUi.write(
                "two.xml",
                "<VOTABLE version='1.4'><INFO name='PROVIDER' value='test'/><RESOURCE>"
                        + "<TABLE name='first'><PARAM name='epoch' datatype='double' unit='yr' value='2016.0'/>"
                        + "<FIELD name='a' datatype='int'/><DATA><TABLEDATA><TR><TD>1</TD></TR></TABLEDATA></DATA></TABLE>"
                        + "<TABLE name='second'><FIELD name='b' datatype='int'/><DATA><TABLEDATA/></DATA></TABLE>"
                        + "</RESOURCE></VOTABLE>");
        TableUi table = TableUi.open("two.xml");
        table.untilShown("a");
        assertThat(Ui.service(OpenTables.class).all())
                .extracting(OpenTable::name)
                .containsExactly("two", "two#2");
        table.page(2);
        Tree facts = table.one(Tree.class, "table.parameters");
        assertThat(Arrays.stream(facts.getItems()).flatMap(i -> Arrays.stream(i.getItems())))
                .extracting(i -> i.getText(0) + "=" + i.getText(1) + i.getText(2))
                .contains("epoch=2016.0yr", "PROVIDER=test");
        Combo chooser = table.one(Combo.class, "table.chooser");
        chooser.select(1);
        Ui.click(chooser);
        Ui.until(
                "the empty table shows",
                () -> Ui.all(table.editor(), Label.class).stream()
                        .anyMatch(l -> "table.norows".equals(l.getData("org.volans.id"))));
        assertThat(table.count()).isEqualTo("0 rows");
    }
}
