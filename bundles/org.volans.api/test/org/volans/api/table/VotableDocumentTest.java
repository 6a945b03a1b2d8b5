package org.volans.api.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.volans.api.ProtocolException;
import org.volans.api.ServiceException;
import org.volans.api.table.VotableDocument.Info;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowListStarTable;
import uk.ac.starlink.table.StarTable;

class VotableDocumentTest {

    private static final URI SERVICE = URI.create("http://me:secret@example.org/q");

    @Test
    void theResultIsTheFirstTable() throws Exception {
        StarTable first = new RowListStarTable(new ColumnInfo[0]);
        StarTable second = new RowListStarTable(new ColumnInfo[0]);
        assertThat(new VotableDocument(List.of(first, second), List.of(), List.of()).result(SERVICE))
                .isSameAs(first);
    }

    @Test
    void anErrorIsTheServersWords() {
        StarTable table = new RowListStarTable(new ColumnInfo[0]);
        List<Info> infos = List.of(new Info("QUERY_STATUS", "ERROR", " no such object\n"));
        assertThatThrownBy(() -> new VotableDocument(List.of(table), List.of(), infos).result(SERVICE))
                .isInstanceOf(ServiceException.class)
                .hasMessage("example.org: no such object");
    }

    @Test
    void noTableBreaksTheProtocol() {
        assertThatThrownBy(() -> new VotableDocument(List.of(), List.of(), List.of()).result(SERVICE))
                .isInstanceOf(ProtocolException.class)
                .hasMessage("http://example.org/q sent a VOTable without a table");
    }
}
