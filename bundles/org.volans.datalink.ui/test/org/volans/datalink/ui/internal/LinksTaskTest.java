package org.volans.datalink.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.volans.api.VoException;
import org.volans.api.datalink.DatalinkService;
import org.volans.api.datalink.LinkRow;
import org.volans.api.datalink.LinkedRow;
import org.volans.api.datalink.LinksRequest;
import org.volans.api.geometry.Position;
import org.volans.api.table.VotableDocument;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.selection.TableRow;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowListStarTable;

/** What a row and its object are called, and where that is. */
class LinksTaskTest {

    private static final LinkedRow NOTHING = new LinkedRow(List.of(), Map.of(), OptionalLong.empty());

    private static final DatalinkService SERVICE = new DatalinkService() {
        @Override
        public List<LinkRow> links(LinksRequest request, IProgressMonitor monitor) {
            return List.of();
        }

        @Override
        public Optional<LinksRequest> requestFor(VotableDocument document, long row) {
            return Optional.empty();
        }

        @Override
        public LinkedRow allOf(VotableDocument document, long row, IProgressMonitor monitor) {
            return NOTHING;
        }
    };

    private static RowLinks run(long row) throws VoException {
        ColumnInfo id = new ColumnInfo("designation", String.class, "");
        id.setUCD("meta.id;meta.main");
        RowListStarTable table = new RowListStarTable(new ColumnInfo[] {
            id,
            new ColumnInfo("target_name", String.class, ""),
            new ColumnInfo("s_ra", Double.class, ""),
            new ColumnInfo("s_dec", Double.class, "")
        });
        table.addRow(new Object[] {"J1", "a", 10.0, 20.0});
        table.addRow(new Object[] {"J2", null, Double.NaN, 20.0});
        table.addRow(new Object[] {null, " ", 10.0, 95.0});
        OpenTable open = new OpenTable("t", table, Optional.empty(), Optional.empty(), "");
        return new LinksTask(SERVICE, new TableRow(open, row)).run(new NullProgressMonitor());
    }

    @Test
    void isCalledAsItsObjectElseByItsIdentifierElseByItsNumber() throws VoException {
        assertThat(run(0).name()).isEqualTo("a");
        assertThat(run(1).name()).isEqualTo("J2");
        assertThat(run(2).name()).isEqualTo("row 3 of t");
    }

    @Test
    void hasItsPositionIfThatIsOne() throws VoException {
        assertThat(run(0).place()).contains(new Place("a", new Position(10, 20)));
        assertThat(run(1).place()).isEmpty();
        assertThat(run(2).place()).isEmpty();
    }
}
