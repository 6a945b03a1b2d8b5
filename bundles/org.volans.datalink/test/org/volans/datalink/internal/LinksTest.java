package org.volans.datalink.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.volans.api.ProtocolException;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.datalink.LinkRow;
import org.volans.api.datalink.LinkRow.Target;
import org.volans.api.datalink.LinksRequest;
import org.volans.api.net.HttpBody.Field;
import org.volans.datalink.internal.FakeService.Reply;
import org.volans.sdk.testing.StilTables;

class LinksTest {

    private static final String FIELDS = "<FIELD name='id'" + Descriptors.CHAR + "/>"
            + "<FIELD name='Access_URL'" + Descriptors.CHAR + "/><FIELD name='service_def'" + Descriptors.CHAR + "/>"
            + "<FIELD name='error_message'" + Descriptors.CHAR + "/><FIELD name='semantics'" + Descriptors.CHAR + "/>"
            + "<FIELD name='description'" + Descriptors.CHAR + "/><FIELD name='content_type'" + Descriptors.CHAR + "/>"
            + "<FIELD name='content_length' datatype='long'/><FIELD name='content_qualifier'" + Descriptors.CHAR + "/>"
            + "<FIELD name='local_semantics'" + Descriptors.CHAR + "/>";

    private static String row(String... cells) {
        StringBuilder row = new StringBuilder("<TR>");
        for (int i = 0; i < 10; i++) {
            row.append("<TD>").append(i < cells.length ? cells[i] : "").append("</TD>");
        }
        return row + "</TR>";
    }

    private static String document(String rows, String more) {
        return "<VOTABLE><RESOURCE type='results'><TABLE>" + FIELDS + "<DATA><TABLEDATA>" + rows
                + "</TABLEDATA></DATA></TABLE>" + more + "</RESOURCE></VOTABLE>";
    }

    private static Reply rowsFor(List<String> ids, String more) {
        StringBuilder rows = new StringBuilder();
        for (String id : ids) {
            rows.append(row(id, "http://x/" + id, "", "", "#this"));
            rows.append(row(id, "http://x/" + id + "/p", "", "", "#preview"));
        }
        return Reply.votable(document(rows.toString(), more));
    }

    private static List<LinkRow> links(FakeService service, LinksRequest request) throws VoException {
        return new DatalinkProvider(service, new StilTables()).links(request, new NullProgressMonitor());
    }

    private static List<String> summary(List<LinkRow> rows) {
        return rows.stream().map(r -> r.id() + r.semantics()).toList();
    }

    @Test
    void asksForAllIdentifiersInOneRequestAndKeepsTheQuery() throws Exception {
        try (FakeService service = new FakeService(q -> rowsFor(FakeService.ids(q), ""))) {
            LinksRequest request = new LinksRequest(
                    service.url("/links?inst=A"),
                    List.of(
                            new Field("ID", "ivo://a/b?c d"),
                            new Field("ID", "x+y"),
                            new Field("RESPONSEFORMAT", "vot")));
            assertThat(summary(links(service, request)))
                    .containsExactly("ivo://a/b?c d#this", "ivo://a/b?c d#preview", "x+y#this", "x+y#preview");
            assertThat(service.requests())
                    .containsExactly("GET inst=A&RESPONSEFORMAT=vot&ID=ivo%3A%2F%2Fa%2Fb%3Fc+d&ID=x%2By");
        }
    }

    @Test
    void followsNothingButHttp() throws Exception {
        String rows = row("a", "file:///etc/passwd", "", "", "#this")
                + row("a", "javascript:alert(1)", "", "", "#this")
                + row("a", "../b?c=1|2", "", "", "#this");
        try (FakeService service = new FakeService(q -> Reply.votable(document(rows, "")))) {
            List<LinkRow> links = links(service, LinksRequest.of(service.url("/x/links"), List.of("a")));
            assertThat(links.get(0).target())
                    .isEqualTo(new Target.Fault("the row's access_url is no http address: 'file:///etc/passwd'"));
            assertThat(links.get(1).target()).isInstanceOf(Target.Fault.class);
            assertThat(links.get(2).target()).isEqualTo(new Target.Access(service.url("/b?c=1%7C2")));
        }
    }

    @Test
    void asksAUrlThatSaysAllAsItStands() throws Exception {
        try (FakeService service = new FakeService(q -> rowsFor(FakeService.ids(q), ""))) {
            assertThat(links(service, new LinksRequest(service.url("/links?ID=a"), List.of())))
                    .hasSize(2);
            assertThat(service.requests()).containsExactly("GET ID=a");
        }
    }

    @Test
    void sendsManyIdentifiersAsAForm() throws Exception {
        List<String> ids = IntStream.range(0, 300)
                .mapToObj(i -> "ivo://authority/set?" + i)
                .toList();
        try (FakeService service = new FakeService(q -> rowsFor(FakeService.ids(q), ""))) {
            assertThat(links(service, LinksRequest.of(service.url("/links"), ids)))
                    .hasSize(600);
            assertThat(service.requests()).hasSize(1);
            assertThat(service.requests().get(0)).startsWith("POST ID=ivo");
        }
    }

    @Test
    void asksAgainForWhatOverflowed() throws Exception {
        String overflow = "<INFO name='QUERY_STATUS' value='OVERFLOW'/>";
        try (FakeService service = new FakeService(q -> {
            List<String> ids = FakeService.ids(q);
            return ids.size() > 3 ? rowsFor(ids.subList(0, 3), overflow) : rowsFor(ids, "");
        })) {
            LinksRequest request = LinksRequest.of(service.url("/"), List.of("a", "b", "c", "d", "e"));
            assertThat(summary(links(service, request)))
                    .containsExactly(
                            "a#this",
                            "a#preview",
                            "b#this",
                            "b#preview",
                            "c#this",
                            "c#preview",
                            "d#this",
                            "d#preview",
                            "e#this",
                            "e#preview");
            assertThat(service.requests()).containsExactly("GET ID=a&ID=b&ID=c&ID=d&ID=e", "GET ID=c&ID=d&ID=e");
        }
    }

    @Test
    void completesAnIdentifierWhoseRowsWereCutOff() throws Exception {
        try (FakeService service = new FakeService(q -> {
            List<String> ids = FakeService.ids(q);
            return ids.size() == 1
                    ? rowsFor(ids, "")
                    : Reply.votable(document(
                            row("a", "http://x/a", "", "", "#this")
                                    + row("a", "http://x/p", "", "", "#preview")
                                    + row("b", "http://x/b", "", "", "#this"),
                            "<INFO name='QUERY_STATUS' value='OVERFLOW'/>"));
        })) {
            assertThat(summary(links(service, LinksRequest.of(service.url("/"), List.of("a", "b")))))
                    .containsExactly("a#this", "a#preview", "b#this", "b#preview");
            assertThat(service.requests()).containsExactly("GET ID=a&ID=b", "GET ID=b");
        }
    }

    @Test
    void asksAgainForWhatWasLeftOutSilently() throws Exception {
        try (FakeService service =
                new FakeService(q -> rowsFor(FakeService.ids(q).subList(0, 1), ""))) {
            assertThat(summary(links(service, LinksRequest.of(service.url("/"), List.of("a", "b", "c")))))
                    .containsExactly("a#this", "a#preview", "b#this", "b#preview", "c#this", "c#preview");
            assertThat(service.requests()).containsExactly("GET ID=a&ID=b&ID=c", "GET ID=b&ID=c", "GET ID=c");
        }
    }

    @Test
    void namesAnIdentifierThatGetsNoRow() throws Exception {
        try (FakeService service = new FakeService(q -> rowsFor(
                FakeService.ids(q).stream().filter(i -> !i.equals("lost")).toList(), ""))) {
            List<LinkRow> rows = links(service, LinksRequest.of(service.url("/"), List.of("lost", "b")));
            assertThat(rows).hasSize(3);
            assertThat(rows.get(0).target()).isEqualTo(new Target.Fault("the service sent no row for this identifier"));
            assertThat(service.requests()).containsExactly("GET ID=lost&ID=b", "GET ID=lost");
        }
    }

    @Test
    void savesTheOthersFromAnIdentifierThatTheServiceChokesOn() throws Exception {
        try (FakeService service = new FakeService(q -> {
            List<String> ids = FakeService.ids(q);
            return ids.contains("bad") ? Reply.of(400, "text/plain", "malformed ID") : rowsFor(ids, "");
        })) {
            List<LinkRow> rows = links(service, LinksRequest.of(service.url("/"), List.of("a", "b", "bad", "d")));
            assertThat(summary(rows))
                    .containsExactly("a#this", "a#preview", "b#this", "b#preview", "bad", "d#this", "d#preview");
            assertThat(rows.get(4).target()).isEqualTo(new Target.Fault("127.0.0.1: malformed ID"));
            assertThat(service.requests())
                    .containsExactly(
                            "GET ID=a&ID=b&ID=bad&ID=d", "GET ID=a&ID=b", "GET ID=bad&ID=d", "GET ID=bad", "GET ID=d");
        }
    }

    @Test
    void throwsWhenTheOnlyIdentifierIsRefusedOrTheServiceIsBroken() throws Exception {
        try (FakeService service =
                new FakeService(q -> Reply.of(q.contains("ID=b") ? 503 : 404, "text/plain", "gone"))) {
            assertThatExceptionOfType(ServiceException.class)
                    .isThrownBy(() -> links(service, LinksRequest.of(service.url("/"), List.of("a"))))
                    .withMessage("127.0.0.1: gone");
            assertThatExceptionOfType(ServiceException.class)
                    .isThrownBy(() -> links(service, LinksRequest.of(service.url("/"), List.of("a", "b"))));
            assertThat(service.requests()).hasSize(2);
        }
    }

    @Test
    void readsEveryKindOfRow() throws Exception {
        String soda = Descriptors.resource("cut", "ivo://ivoa.net/std/SODA#sync-1.0", "http://x/soda", "");
        String rows = row("a", "data/a b.fits", "", "", "#this", "all", "image/fits", "2880", "#image", "#x")
                + row("a", "", "cut", "", "http://www.ivoa.net/rdf/datalink/core#cutout")
                + row("a", "", "", "NotFoundFault: no such thing", "#this")
                + row("a", "", "missing", "", "#proc")
                + row("", "http://y/z", "", "", "preview");
        try (FakeService service = new FakeService(q -> Reply.votable(document(rows, soda)))) {
            List<LinkRow> links = links(service, LinksRequest.of(service.url("/dl/links"), List.of("a")));
            assertThat(links.get(0))
                    .isEqualTo(new LinkRow(
                            "a",
                            new Target.Access(service.url("/dl/data/a%20b.fits")),
                            "#this",
                            "all",
                            "image/fits",
                            OptionalLong.of(2880),
                            "#image",
                            "#x"));
            assertThat(links.get(1).descriptor().orElseThrow().getAccessUrl()).isEqualTo("http://x/soda");
            assertThat(links.get(1).semantics()).isEqualTo("#cutout");
            assertThat(links.get(2).target()).isEqualTo(new Target.Fault("NotFoundFault: no such thing"));
            assertThat(links.get(3).target())
                    .isEqualTo(new Target.Fault(
                            "the row refers to a service 'missing' that the document does not describe"));
            assertThat(links.get(4).id()).isEqualTo("a");
            assertThat(links.get(4).semantics()).isEqualTo("#preview");
            assertThat(links.get(4).target()).isEqualTo(new Target.Access(URI.create("http://y/z")));
        }
    }

    @Test
    void findsColumnsByUcdWhenNamesAreForeign() throws Exception {
        String text = document(row("a", "http://x/a", "", "", "#this"), "")
                .replace("name='id'", "name='eins' ucd='meta.id;meta.main'")
                .replace("name='Access_URL'", "name='zwei' ucd='meta.ref.url'")
                .replace("name='semantics'", "name='drei' ucd='meta.code'");
        try (FakeService service = new FakeService(q -> Reply.votable(text))) {
            LinkRow link = links(service, LinksRequest.of(service.url("/"), List.of("a")))
                    .get(0);
            assertThat(link.target()).isEqualTo(new Target.Access(URI.create("http://x/a")));
            assertThat(link.semantics()).isEqualTo("#this");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "#this,#this",
        "this,#this",
        "https://www.ivoa.net/rdf/datalink/core#calibration,#calibration",
        "http://other/voc#term,http://other/voc#term",
        "'',''"
    })
    void normalisesTerms(String given, String term) {
        assertThat(LinksTable.term(given)).isEqualTo(term);
    }

    @Test
    void throwsTheServersWordsOrSaysThatThereAreNoLinks() throws Exception {
        String error =
                "<VOTABLE><RESOURCE type='results'><INFO name='QUERY_STATUS' value='ERROR'>busy</INFO></RESOURCE></VOTABLE>";
        String other = "<VOTABLE><RESOURCE><TABLE><FIELD name='x' datatype='int'/></TABLE></RESOURCE></VOTABLE>";
        try (FakeService service = new FakeService(q -> Reply.votable(q.contains("ID=a") ? error : other))) {
            assertThatExceptionOfType(ServiceException.class)
                    .isThrownBy(() -> links(service, LinksRequest.of(service.url("/"), List.of("a"))))
                    .withMessage("127.0.0.1: busy");
            assertThatExceptionOfType(ProtocolException.class)
                    .isThrownBy(() -> links(service, LinksRequest.of(service.url("/"), List.of("b"))))
                    .withMessageContaining("access_url");
        }
    }
}
