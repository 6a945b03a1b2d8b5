package org.volans.datalink.internal;

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
import org.volans.api.datalink.LinkedRow;
import org.volans.api.datalink.LinksRequest;
import org.volans.api.table.VotableDocument;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowListStarTable;
import uk.ac.starlink.votable.datalink.ServiceDescriptor;

/** All that a row leads to. */
class LinksFollowerTest {

    /** As a service may write it. */
    private static final String LINKS = "application/x-votable+xml; content=\"datalink\"";

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

        @Override
        public LinkedRow allOf(VotableDocument document, long row, IProgressMonitor monitor) throws VoException {
            return new LinksFollower(this, document, row, monitor).find();
        }
    }

    private static LinkedRow allOf(long row, ServiceDescriptor... descriptors) throws VoException {
        RowListStarTable table = new RowListStarTable(new ColumnInfo[] {
            new ColumnInfo("access_url", String.class, ""),
            new ColumnInfo("access_format", String.class, ""),
            new ColumnInfo("access_estsize", Long.class, ""),
            new ColumnInfo("level", double[].class, "")
        });
        table.addRow(new Object[] {"http://x/1", LINKS, 5L, null});
        table.addRow(new Object[] {"https://x/b \u00fc{1|2}.fits", "image/fits", 5L, new double[] {1e-5, 2}});
        table.addRow(new Object[] {"ftp://x/c.fits", "image/fits", null, null});
        VotableDocument document = new VotableDocument(List.of(table), List.of(descriptors), List.of());
        return new Circle().allOf(document, row, new NullProgressMonitor());
    }

    private static List<String> leads(LinkedRow found) {
        return found.links().stream()
                .map(link -> switch (link.target()) {
                    case Target.Access access -> access.url().getPath();
                    case Target.Fault fault -> fault.message();
                    case Target.Service service -> service.descriptor().getAccessUrl();
                })
                .toList();
    }

    @Test
    void followsLinksToLinksOnceAndKeepsWhatFails() throws VoException {
        LinkedRow found = allOf(0);
        assertThat(leads(found)).containsExactly("/1.fits", "/2", "/dead", "/2.fits", "/1", "nobody there");
        assertThat(found.bytes()).hasValue(7);
    }

    @Test
    void takesAPlainAccessUrlAsServicesWriteIt() throws VoException {
        LinkedRow found = allOf(1);
        assertThat(found.links()).hasSize(1);
        assertThat(((Target.Access) found.links().getFirst().target()).url())
                .isEqualTo(URI.create("https://x/b%20%C3%BC%7B1%7C2%7D.fits"));
        assertThat(found.links().getFirst().contentLength()).hasValue(5000);
        assertThat(found.bytes()).hasValue(5000);
    }

    @Test
    void takesNoOtherKindOfUrl() throws VoException {
        assertThat(allOf(2).links()).isEmpty();
    }

    /** Numbers go to a service without exponents, arrays with blanks between them (DALI 1.1, section 3.3). */
    @Test
    void givesServicesOfTheTableWhatTheyReferTo() throws VoException {
        ServiceDescriptor own = Descriptors.descriptor(
                "", "http://x/s", "<PARAM name=\"LEVEL\" datatype=\"double\" ref=\"level\" value=\"\"/>");
        LinkedRow found = allOf(1, own);
        assertThat(leads(found)).last().isEqualTo("http://x/s");
        assertThat(found.links().getLast().semantics()).isEqualTo("#proc");
        assertThat(found.given()).containsEntry("level", "0.00001 2");
    }
}
