package org.volans.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.volans.registry.internal.RegTap.tap;
import static org.volans.sdk.testing.StubTap.row;

import java.net.URI;
import java.util.List;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.registry.RegistryQuery;
import org.volans.api.registry.RegistryRecord;
import org.volans.api.registry.RegistryRecord.Interface;
import org.volans.api.registry.ServiceType;
import org.volans.api.table.TableMeta;
import org.volans.sdk.testing.StubTap;

/** What records, tables and names are made of. */
@SuppressWarnings("null")
class RecordTest {

    private static final URI REGISTRY = URI.create("http://reg.example/tap");
    private static final String TAP = "ivo://ivoa.net/std/tap";

    private final NullProgressMonitor monitor = new NullProgressMonitor();

    private static RegTapRegistryService service(StubTap tap) {
        return new RegTapRegistryService(tap, new Quoting());
    }

    private static Object[] with(Object[] row, int column, Object value) {
        Object[] changed = row.clone();
        changed[column] = value;
        return changed;
    }

    @Test
    void rowsOfOneRecordBecomeItsInterfaces() throws VoException {
        Object[] main = tap("ivo://a/b", "b", 0, TAP, "https://b.example/tap");
        StubTap tap = RegTap.registry(
                1,
                with(with(main, 10, "https://login.example/tap"), 11, (short) 1),
                with(main, 12, "ivo://ivoa.net/std/ObsCore#core-1.1"),
                with(main, 12, "ivo://ivoa.net/std/RegTAP#1.1"),
                with(main, 12, "ivo://ivoa.net/std/RegTAP#1.1"),
                with(with(main, 6, "ivo://ivoa.net/std/SIA#query-aux-2.0"), 10, "http://b.example/sia?a b|c"),
                with(main, 10, "ftp://b.example/tap"),
                with(main, 10, null));
        RegistryRecord record =
                service(tap).search(REGISTRY, RegistryQuery.of(), monitor).get(0);
        assertThat(record.wavebands()).containsExactly("radio", "optical");
        assertThat(record.publisher()).isEqualTo("A publisher");
        assertThat(record.description()).isEmpty();
        assertThat(record.interfaces())
                .containsExactly(
                        new Interface(
                                "ivo://ivoa.net/std/sia#query-aux-2.0",
                                URI.create("http://b.example/sia?a%20b%7Cc"),
                                true,
                                List.of()),
                        new Interface(
                                TAP,
                                URI.create("https://b.example/tap"),
                                false,
                                List.of("ivo://ivoa.net/std/ObsCore#core-1.1", "ivo://ivoa.net/std/RegTAP#1.1")),
                        new Interface(TAP, URI.create("https://login.example/tap"), false, List.of()));
        assertThat(record.access(ServiceType.TAP).get().accessUrl()).hasHost("b.example");
        assertThat(record.access(ServiceType.SIA2)).isPresent();
        assertThat(record.access(ServiceType.SIA)).isEmpty();
    }

    @Test
    void aRecordIsShownWithItsSubjects() throws VoException {
        StubTap tap = RegTap.registry(
                1,
                query -> query.adql().startsWith("SELECT res_subject")
                        ? StubTap.table(row("res_subject"), row("galaxies"), row("surveys"))
                        : StubTap.table(RegTap.HEAD, tap("ivo://a/b", "b", 0, TAP, "http://b.example/tap")));
        assertThat(service(tap).show(REGISTRY, "ivo://A/B", monitor).subjects()).containsExactly("galaxies", "surveys");
        assertThat(tap.asked()).hasSize(3);
    }

    @Test
    void anUnknownIdentifierNamesNearOnes() {
        StubTap tap = RegTap.registry(
                1,
                query -> query.adql().contains("AS name")
                        ? StubTap.table(row("name"), row("ivo://a/other"), row("ivo://a/lolss"))
                        : StubTap.table(RegTap.HEAD));
        assertThatThrownBy(() -> service(tap).show(REGISTRY, "ivo://a/lols", monitor))
                .isInstanceOf(InputException.class)
                .hasMessage("the registry http://reg.example/tap knows no record 'ivo://a/lols';"
                        + " near: ivo://a/lolss, ivo://a/other");
    }

    @Test
    void aUrlIsResolvedWithoutAskingAnybody() throws VoException {
        StubTap tap = RegTap.registry(1);
        assertThat(service(tap).resolve(REGISTRY, " HTTPS://b.example/tap ", ServiceType.TAP, monitor))
                .hasToString("HTTPS://b.example/tap");
        assertThat(tap.asked()).isEmpty();
        assertThatThrownBy(() -> service(tap).resolve(REGISTRY, "http://b example/", ServiceType.TAP, monitor))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'http://b example/' is not a URL");
    }

    @Test
    void aShortNameIsResolvedWhenItMeansOneUrl() throws VoException {
        StubTap one = RegTap.registry(
                1,
                tap("ivo://a/b", "b", 0, TAP + "#aux", "http://b.example/tap"),
                tap("ivo://a/c", "B", 0, TAP, "http://b.example/tap"));
        assertThat(service(one).resolve(REGISTRY, "b", ServiceType.TAP, monitor))
                .hasToString("http://b.example/tap");
        assertThat(one.adql().getLast()).contains("1 = ivo_nocasematch(s.short_name, 'b')");
        StubTap two = RegTap.registry(
                1,
                tap("ivo://a/b", "b", 0, TAP, "http://b.example/tap"),
                tap("ivo://a/c", "B", 0, TAP, "http://c.example/tap"));
        assertThatThrownBy(() -> service(two).resolve(REGISTRY, "b", ServiceType.TAP, monitor))
                .isInstanceOf(InputException.class)
                .hasMessage("several tap services are called 'b', name one by its identifier: ivo://a/b, ivo://a/c");
    }

    @Test
    void theWrongKindOfServiceIsNamed() {
        StubTap tap = RegTap.registry(1, tap("ivo://a/b", "b", 0, TAP, "http://b.example/tap"));
        assertThatThrownBy(() -> service(tap).resolve(REGISTRY, "ivo://a/b", ServiceType.SIA2, monitor))
                .isInstanceOf(InputException.class)
                .hasMessage("'ivo://a/b' is no sia2 service: ivo://a/b offers tap");
    }

    @Test
    void anUnknownShortNameNamesNearOnesOfTheKind() {
        StubTap tap = RegTap.registry(
                1,
                query -> query.adql().contains("AS name")
                        ? StubTap.table(row("name"), row("VizieR"), row("Vizing TAP"))
                        : StubTap.table(RegTap.HEAD));
        assertThatThrownBy(() -> service(tap).resolve(REGISTRY, "vizir", ServiceType.TAP, monitor))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "the registry http://reg.example/tap knows no tap service 'vizir'; near: VizieR, Vizing TAP");
        assertThat(tap.adql().getLast())
                .contains("LIKE 'ivo://ivoa.net/std/tap%'")
                .contains("(s.short_name, 'viz%')");
    }

    @Test
    void tablesHaveNamesAsAdqlWritesThem() throws VoException {
        StubTap tap = RegTap.registry(
                1,
                query -> StubTap.table(
                        row(
                                "table_index",
                                "table_name",
                                "schema_name",
                                "name",
                                "datatype",
                                "arraysize",
                                "ucd",
                                "unit",
                                "flag"),
                        row(1, "V/147/sdss12", "vizls", "umag", "float", null, "phot.mag;em.opt.U", "mag", "indexed"),
                        row(1, "V/147/sdss12", "vizls", "\"SDSS-ID\"", "char", "*", null, null, null),
                        row(2, "vizls.II/246/out", "vizls", "Jmag", "float", "1", null, null, null),
                        row(3, "\"J/A+A/1.2/t\"", "vizls", null, null, null, null, null, null),
                        row(4, "lolss.table", "lolss", null, null, null, null, null, null)));
        List<TableMeta> tables = service(tap).tables(REGISTRY, "ivo://A/b", monitor);
        assertThat(tables)
                .extracting(TableMeta::name)
                .containsExactly("\"V/147/sdss12\"", "vizls.\"II/246/out\"", "\"J/A+A/1.2/t\"", "lolss.\"table\"");
        assertThat(tables.get(0).columns())
                .extracting(c -> c.name() + " " + c.datatype() + " " + c.ucd().primary() + " " + c.indexed())
                .containsExactly("umag float phot.mag true", "SDSS-ID char(*)  false");
        assertThat(tables.get(1).columns().get(0).datatype()).isEqualTo("float");
        assertThat(tables.get(2).columns()).isEmpty();
        assertThat(tap.adql().getLast())
                .contains("t.ivoid = 'ivo://a/b'")
                .contains("c.ucd")
                .as("columns that this registry does not have")
                .doesNotContain("c.flag")
                .doesNotContain("t.table_title");
    }
}
