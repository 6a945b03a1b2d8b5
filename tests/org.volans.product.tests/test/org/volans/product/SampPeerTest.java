package org.volans.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * All together: TOPCAT is the hub, {@code volans samp listen} does what the tutorial's two handlers do, Aladin gets the
 * cutouts, and astropy is the user who clicks in TOPCAT.
 */
@ExtendWith(Sky.Parameter.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SampPeerTest {

    private static final Path COLOURS = Path.of("data/objects_colours.vot").toAbsolutePath();
    private static final String ID = "objects_colours of the tutorial";

    @TempDir
    private static Path folder;

    private static Neighbours neighbours;
    private static Neighbours.Peer peer;
    private static Listening listening;

    @BeforeAll
    static void meet(Sky sky) throws Exception {
        assumeTrue(
                Neighbours.installed("topcat", "aladin", "Xvfb"),
                "TOPCAT, Aladin or Xvfb is not installed (Debian: topcat aladin xvfb python3-pyvo)");
        neighbours = new Neighbours(Files.createDirectory(folder.resolve("home")));
        neighbours.screen();
        neighbours.topcatWithHub();
        neighbours.aladin();
        peer = neighbours.peer();
        listening = new Listening(
                new Volans(folder), neighbours.environment(), "--out", "made", "--registry", sky.registry());
        untilThere("Volans");
        untilThere("topcat");
        untilThere("Aladin");
    }

    @AfterAll
    static void part() throws Exception {
        if (listening != null) {
            listening.close();
        }
        if (neighbours != null) {
            neighbours.close();
        }
    }

    private static void untilThere(String name) {
        Neighbours.until(name + " at the hub", () -> clients().contains(name));
    }

    private static List<String> clients() {
        try {
            return ((JsonArray) peer.ask("clients", ""))
                    .asList().stream().map(JsonElement::getAsString).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    @Order(1)
    void aTableThatIsSentIsThereWhenTheReplyComes() throws Exception {
        Neighbours.Reply reply = peer.call(
                "Volans",
                "table.load.votable",
                Map.of("url", COLOURS.toUri().toString(), "table-id", ID, "name", "objects_colours.vot"));
        assertThat(reply.status()).as(reply.toString()).isEqualTo("samp.ok");
    }

    @Test
    @Order(2)
    void aRowThatIsHighlightedBecomesAnSed() throws Exception {
        Neighbours.Reply reply =
                peer.call("Volans", "table.highlight.row", Map.of("table-id", ID, "url", "", "row", "2"));
        assertThat(reply.status()).as(reply.toString()).isEqualTo("samp.ok");
        JsonObject event =
                listening.await("the SED", e -> Listening.text(e, "event").equals("table.highlight.row"));
        assertThat(Listening.text(event, "sender")).isEqualTo("astropy peer");
        assertThat(Listening.text(event, "handler")).isEqualTo("org.volans.handlers.sed");
        assertThat(Listening.text(event, "outcome")).isEqualTo("ok");
        Path picture = Path.of(event.getAsJsonArray("files").get(0).getAsString());
        assertThat(Files.size(picture)).isGreaterThan(5000);
        assertThat(picture.getParent()).isEqualTo(folder.resolve("made"));
    }

    @Test
    @Order(3)
    void aPositionBecomesACutoutThatArrivesInAladin() throws Exception {
        Neighbours.Reply reply =
                peer.call("Volans", "coord.pointAt.sky", Map.of("ra", "240.11673999999999", "dec", " 4.7262E+01 "));
        assertThat(reply.status()).as(reply.toString()).isEqualTo("samp.ok");
        JsonObject made =
                listening.await("the cutout", e -> Listening.text(e, "handler").equals("org.volans.handlers.cutout"));
        assertThat(Listening.text(made, "outcome")).as(made.toString()).isEqualTo("ok");
        assertThat(Files.size(Path.of(made.getAsJsonArray("files").get(0).getAsString())))
                .isGreaterThan(2880);
        JsonObject sent = listening.await(
                "the image for Aladin", e -> Listening.text(e, "handler").equals("org.volans.handlers.sendimage"));
        assertThat(Listening.text(sent, "outcome")).as(sent.toString()).isEqualTo("ok");
        Neighbours.Reply status = peer.call("Aladin", "script.aladin.send", Map.of("script", "status"));
        assertThat(status.whole().toString()).contains("Image");
    }

    @Test
    @Order(4)
    void whatCannotBeDoneIsRefusedWithTheReason() throws Exception {
        refused("table.highlight.row", Map.of("table-id", ID, "url", "", "row", "4000"), "row 4000");
        refused("table.highlight.row", Map.of("table-id", "no such", "url", "", "row", "0"), "no such");
        refused("table.highlight.row", Map.of("table-id", ID, "url", "", "row", "many"), "many");
        refused("coord.pointAt.sky", Map.of("ra", "here", "dec", "1"), "here");
        refused("coord.pointAt.sky", Map.of("ra", "10", "dec", "100"), "100");
        refused("table.load.votable", Map.of("url", "http://127.0.0.1:9/x.vot", "table-id", "x"), "127.0.0.1");
        refused("table.load.votable", Map.of("url", folder.toUri().toString(), "table-id", "x"), "");
        refused("table.load.votable", Map.of("table-id", "x"), "url");
        refused("image.load.fits", Map.of("url", COLOURS.toUri().toString()), "FITS");
    }

    private static void refused(String mtype, Map<String, String> params, String word) throws IOException {
        Neighbours.Reply reply = peer.call("Volans", mtype, params);
        assertThat(reply.status()).as(mtype + " " + params + ": " + reply).isEqualTo("samp.error");
        assertThat(reply.error()).as(mtype + " " + params).contains(word).doesNotContain("\n");
    }

    @Test
    @Order(5)
    void inABurstTheLastOneWinsAndEachIsAnswered() throws Exception {
        int before = listening.events().size();
        List<Map<String, String>> messages = IntStream.range(0, 1000)
                .mapToObj(i -> Map.of("table-id", ID, "url", "", "row", String.valueOf((i + 1) % 23)))
                .toList();
        JsonObject answer = peer.ask("burst", List.of("Volans", "table.highlight.row", messages))
                .getAsJsonObject();
        JsonArray replies = answer.getAsJsonArray("replies");
        assertThat(replies).hasSize(1000).noneMatch(JsonElement::isJsonNull);
        assertThat(replies.get(999).getAsJsonObject().get("samp.status").getAsString())
                .isEqualTo("samp.ok");
        // a line for each of them: what was done, or that a later one came
        Neighbours.until("1000 lines", () -> listening.events().size() >= before + 1000);
    }

    @Test
    @Order(6)
    void volansSendsATableThatTopcatKnows() throws Exception {
        Volans volans = new Volans(folder);
        neighbours.environment().forEach(volans::with);
        Volans.Outcome sent = volans.run("samp", "send", COLOURS.toString(), "--to", "topcat", "--json");
        assertThat(sent.code()).as(sent.toString()).isZero();
        Volans.Outcome pointed = volans.run("samp", "point", "240.117,47.262", "--to", "aladin");
        assertThat(pointed.code()).as(pointed.toString()).isZero();
        Volans.Outcome asked = volans.run("samp", "call", "coord.get.sky", "--to", "volans");
        assertThat(asked.out()).contains("ok", "ra = 240.1167", "dec = 47.262");
        Volans.Outcome list = volans.run("samp", "clients");
        assertThat(list.out()).contains("topcat", "Aladin", "astropy peer");
    }

    /** Others read what they are sent when the command has long ended. */
    @Test
    @Order(7)
    void whatIsSentStays() throws Exception {
        String table =
                "<TABLE><FIELD name='a' datatype='int'/><DATA><TABLEDATA><TR><TD>1</TD></TR></TABLEDATA></DATA></TABLE>";
        Files.writeString(
                folder.resolve("two.vot"),
                "<VOTABLE version='1.4'><RESOURCE>" + table + table + "</RESOURCE></VOTABLE>");
        Files.writeString(folder.resolve("plain.csv"), "a,b\n1,2\n");
        Volans volans = new Volans(folder);
        neighbours.environment().forEach(volans::with);
        for (String file : List.of("two.vot", "plain.csv")) {
            Volans.Outcome sent = volans.run("samp", "send", file, "--to", "astropy peer");
            assertThat(sent.code()).as(sent.toString()).isZero();
            JsonObject params =
                    peer.ask("received", List.of("table.load.votable", 20)).getAsJsonObject();
            assertThat(Path.of(java.net.URI.create(params.get("url").getAsString())))
                    .content()
                    .contains("<VOTABLE");
        }
    }

    @Test
    @Order(8)
    void itLeavesTheHubWhenItIsInterrupted() throws Exception {
        assertThat(listening.stop()).isIn(0, 130, 143);
        assertThat(clients()).doesNotContain("Volans");
    }
}
