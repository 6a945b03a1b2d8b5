package org.volans.handlers.internal.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.registry.RegistryRecord;
import org.volans.api.registry.RegistryService;
import org.volans.api.samp.SampMessage;
import org.volans.api.samp.SampReply;
import org.volans.handlers.internal.Fakes;
import org.volans.handlers.internal.Host;

@SuppressWarnings("null")
class OtherMessagesTest {

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
        desk.handleAll();
    }

    @Test
    void imageIsKept() throws Exception {
        desk.web.put("http://h/m42.fits?x=1", "SIMPLE image");
        assertThat(desk.send(desk.image, "image.load.fits", "url", "http://h/m42.fits?x=1"))
                .isEqualTo(SampReply.ok());
        Path local = Files.writeString(folder.resolve("local.fits"), "SIMPLE other");
        desk.send(desk.image, "image.load.fits", "url", "file:" + local, "name", "Mine", "image-id", "i");
        assertThat(desk.handled).containsExactly("image m42.fits", "image Mine");
        assertThat(folder.resolve("new1.fits")).hasContent("SIMPLE image");
        assertThat(folder.resolve("new2.fits")).hasContent("SIMPLE other");
        assertThat(desk.files()).containsExactly("local.fits", "new1.fits", "new2.fits");
    }

    @Test
    void spectrumIsATable() throws Exception {
        desk.web.put("http://h/s.vot", "<VOTABLE>9");
        SpectrumLoad load = new SpectrumLoad(new ReceivedTables(
                new Download(desk.web, Desk.LIMIT, java.time.Duration.ofSeconds(1)),
                Fakes.proxy(
                        org.volans.api.table.TableService.class,
                        (p, m, a) -> new org.volans.api.table.TableFile(
                                "votable", List.of(Fakes.rows(9)), java.util.Optional.empty())),
                new KnownTables(desk.tables, desk.pending),
                desk.pending,
                desk.handlers,
                desk.host));
        Map<String, Object> params = Map.of(
                "url", "http://h/s.vot", "spectrum-id", "s1", "name", "a star", "meta", Map.of("Access.Format", "x"));
        assertThat(load.handle(
                        new SampMessage("spectrum.load.ssa-generic", params), desk.topcat, new NullProgressMonitor()))
                .isEqualTo(SampReply.ok());
        assertThat(desk.tables.find("s1", "")).isPresent();
        assertThat(desk.handled).containsExactly("table a star");
    }

    @Test
    void positionIsPointedAtAndAskedFor() throws Exception {
        SkyQuestion question = new SkyQuestion(desk.last);
        assertThatThrownBy(() -> desk.send(question, "coord.get.sky")).hasMessageContaining("nobody has pointed");
        assertThat(desk.send(desk.pointing, "coord.pointAt.sky", "ra", "239.58496399999999", "dec", " 5.3E1 "))
                .isEqualTo(SampReply.ok());
        assertThat(desk.handled).containsExactly("position 239.584964 +53.000000 from topcat");
        assertThat(desk.send(question, "coord.get.sky").result())
                .isEqualTo(Map.of("ra", "239.58496399999999", "dec", "53.0"));
        desk.send(desk.pointing, "coord.pointAt.sky", "ra", "360.0000000000001", "dec", "-90");
        assertThat(desk.send(question, "coord.get.sky").result()).isEqualTo(Map.of("ra", "0.0", "dec", "-90.0"));
    }

    private final EnvironmentQuestion environment = new EnvironmentQuestion(
            Map.of("HOME", "/home/me", "GITHUB_TOKEN", "x", "http_proxy", "http://me:secret@proxy/", "PLAIN", ""));

    @Test
    void environmentVariables() throws Exception {
        assertThat(desk.send(environment, "client.env.get", "name", "HOME").result())
                .isEqualTo(Map.of("value", "/home/me"));
        assertThat(desk.send(environment, "client.env.get", "name", "NONE").result())
                .isEqualTo(Map.of("value", ""));
        assertThatThrownBy(() -> desk.send(environment, Fakes.webProgram(), "client.env.get", "name", "HOME"))
                .hasMessageContaining("web pages");
        assertThatThrownBy(() -> desk.send(environment, "client.env.get")).hasMessageContaining("'name'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GITHUB_TOKEN",
                "http_proxy",
                "SSH_AUTH_SOCK",
                "aws_secret",
                "Api_Key",
                "PGPASSWORD",
                "MY_CREDENTIALS"
            })
    void secrets(String name) {
        assertThatThrownBy(() -> desk.send(environment, "client.env.get", "name", name))
                .isInstanceOf(VoException.class)
                .hasMessageContaining(name)
                .hasMessageNotContaining("me:");
    }

    private static RegistryRecord record(String ivoid) {
        return new RegistryRecord(
                ivoid,
                "short",
                "Title of " + ivoid,
                "",
                "vs:catalogservice",
                List.of("radio"),
                List.of(),
                "",
                "",
                "",
                "",
                List.of(new RegistryRecord.Interface(
                        "ivo://ivoa.net/std/tap", java.net.URI.create("http://x/tap"), false, List.of())));
    }

    private ResourceList resources(Host host) {
        RegistryService registry = Fakes.proxy(RegistryService.class, (proxy, method, args) -> {
            if (args[1].toString().contains("none")) {
                throw new InputException("there is no " + args[1]);
            }
            return record(args[1].toString());
        });
        return new ResourceList(registry, desk.tables, host);
    }

    private SampReply resources(Host host, String... ids) throws VoException {
        Map<String, Object> map = new HashMap<>();
        for (String id : ids) {
            map.put(id, "because");
        }
        return resources(host)
                .handle(
                        new SampMessage("voresource.loadlist.tap", Map.of("ids", map)),
                        desk.topcat,
                        new NullProgressMonitor());
    }

    @Test
    void resourcesBecomeATable() throws Exception {
        assertThat(resources(desk.host, "ivo://a/b", "ivo://a/c")).isEqualTo(SampReply.ok());
        assertThat(resources(desk.host, "ivo://a/b", "ivo://a/none"))
                .isEqualTo(SampReply.warning("the registry does not know ivo://a/none"));
        assertThat(desk.program.taken())
                .containsExactly("org.volans.handlers.resources Table", "org.volans.handlers.resources Table");
        assertThat(desk.known()).isEmpty();
    }

    @Test
    void resourcesThatMakeNoSense() {
        assertThatThrownBy(() -> resources(desk.host, "ivo://a/none")).hasMessageContaining("knows none");
        assertThatThrownBy(() -> resources(desk.host, "http://x/")).hasMessageContaining("no identifier");
        assertThatThrownBy(() -> resources(desk.host, new String[0])).hasMessageContaining("empty");
        assertThatThrownBy(() -> resources(new Host(Fakes.log()), "ivo://a/b")).hasMessageContaining("no program");
        assertThatThrownBy(() -> desk.send(resources(desk.host), "voresource.loadlist", "ids", "ivo://a/b"))
                .hasMessageContaining("a map");
        assertThat(desk.program.taken()).isEmpty();
    }
}
