package org.volans.datalink.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.datalink.DatalinkService;
import org.volans.api.datalink.LinkRow;
import org.volans.api.datalink.LinkRow.Target;
import org.volans.api.datalink.LinksRequest;
import org.volans.api.geometry.Position;
import org.volans.api.table.VotableDocument;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.selection.TableRow;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowListStarTable;

/** What a row leads to. */
class LinksTaskTest {

    private static final String LINKS = "application/x-votable+xml;content=datalink";

    /** Leads from {@code /1} to {@code /2} and back; {@code /dead} fails. */
    private static final class Circle implements DatalinkService {

        @Override
        public List<LinkRow> links(LinksRequest request, IProgressMonitor monitor) throws VoException {
            return switch (request.url().getPath()) {
                case "/1" -> List.of(link("/1.fits", "image/fits"), link("/2", LINKS), link("/dead", LINKS));
                case "/2" -> List.of(link("/2.fits", "image/fits"), link("/1", LINKS));
                default -> throw new InputException("nobody there");
            };
        }

        private static LinkRow link(String path, String type) {
            URI url = URI.create("http://x" + path);
            return new LinkRow("id", new Target.Access(url), "#this", "", type, OptionalLong.of(7), "", "");
        }

        @Override
        public Optional<LinksRequest> requestFor(VotableDocument document, long row) {
            return row == 0 ? Optional.of(new LinksRequest(URI.create("http://x/1"), List.of())) : Optional.empty();
        }
    }

    private static RowLinks run(long row) throws VoException {
        RowListStarTable table = new RowListStarTable(new ColumnInfo[] {
            new ColumnInfo("target_name", String.class, ""),
            new ColumnInfo("s_ra", Double.class, ""),
            new ColumnInfo("s_dec", Double.class, ""),
            new ColumnInfo("access_url", String.class, ""),
            new ColumnInfo("access_format", String.class, ""),
            new ColumnInfo("access_estsize", Long.class, "")
        });
        table.addRow(new Object[] {"a", 10.0, 20.0, "http://x/1", LINKS, 5L});
        table.addRow(new Object[] {"b", Double.NaN, 20.0, "https://x/b.fits", "image/fits", 5L});
        table.addRow(new Object[] {"c", 10.0, 95.0, "ftp://x/c.fits", "image/fits", null});
        OpenTable open = new OpenTable("t", table, Optional.empty(), Optional.empty(), "");
        return new LinksTask(new Circle(), new TableRow(open, row)).run(new NullProgressMonitor());
    }

    @Test
    void followsLinksToLinksOnceAndKeepsWhatFails() throws VoException {
        RowLinks found = run(0);
        assertThat(found.links())
                .extracting(LinkWords::title)
                .containsExactly("1.fits", "2", "dead", "2.fits", "1", "Not available");
        assertThat(found.place()).contains(new Place("a", new Position(10, 20)));
        assertThat(found.bytes()).hasValue(7);
    }

    @Test
    void takesAPlainAccessUrl() throws VoException {
        RowLinks found = run(1);
        assertThat(found.links()).hasSize(1);
        assertThat(found.links().getFirst().contentLength()).hasValue(5000);
        assertThat(found.place()).isEmpty();
    }

    @Test
    void takesNoOtherKindOfUrl() throws VoException {
        assertThat(run(2).links()).isEmpty();
    }

    @Test
    void takesUrlsAsServicesWriteThem() {
        assertThat(LinksTask.url("http://x/a b?c={1|2}")).contains(URI.create("http://x/a%20b?c=%7B1%7C2%7D"));
        assertThat(LinksTask.url("file:///etc/passwd")).isEmpty();
        assertThat(LinksTask.url("http://[")).isEmpty();
    }
}
