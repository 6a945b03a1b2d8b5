package org.volans.tap.ui.internal.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.volans.api.ServiceException;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.SchemaMeta;
import org.volans.api.table.TableMeta;
import org.volans.api.ucd.Ucd;
import org.volans.ui.services.ServiceEntry;
import org.volans.ui.work.Failure;

class TreeModelTest {

    private static final int MANY = 50_000;

    private static ServiceNode service(String name) {
        return new ServiceNode(new ServiceEntry(name, "", URI.create("http://" + name + ".example/tap")));
    }

    private static TableMeta table(String name, String title) {
        return new TableMeta(name, title, "", "table", "", List.of());
    }

    private static ColumnMeta column(String name, String ucd) {
        return new ColumnMeta(name, "double", "mag", Ucd.parse(ucd), "", "", false);
    }

    private static ServiceNode big() {
        List<TableMeta> tables = IntStream.range(0, MANY)
                .mapToObj(i ->
                        table("\"J/A+A/" + i + "\"", i % 1000 == 0 ? "Photometry of cluster " + i : "Catalogue " + i))
                .toList();
        ServiceNode service = service("big");
        service.known(List.of(new SchemaMeta("vizier", "", tables), new SchemaMeta("ivoa", "", List.of())));
        return service;
    }

    private static ServiceNode small() {
        ServiceNode service = service("small");
        service.known(List.of(new SchemaMeta(
                "lolss", "", List.of(table("lolss.mosaic", "Mosaic"), table("lolss.sources", "Sources")))));
        return service;
    }

    private static TableNode withColumns(ServiceNode service, int index, ColumnMeta... columns) {
        TableNode table = service.schemas().getFirst().child(index);
        table.known(table.meta().withColumns(List.of(columns)));
        return table;
    }

    private static Shown filter(String text, ServiceNode... services) {
        return new TreeFilter(text, List.of(services)).apply(new NullProgressMonitor());
    }

    private static List<String> labels(Shown shown, Node parent) {
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < shown.count(parent); i++) {
            labels.add(shown.child(parent, i).label());
        }
        return labels;
    }

    @Test
    void ofFiftyThousandTablesOnlyThoseInSightAreMade() {
        ServiceNode service = big();
        Shown all = Shown.all(List.of(service));
        SchemaNode schema = service.schemas().getFirst();
        assertThat(all.count(schema)).as("in pages").isEqualTo(MANY / Shown.PAGE);
        Node page = all.child(schema, 120);
        assertThat(page.label()).isEqualTo("J/A+A/30000 … J/A+A/30249");
        assertThat(all.count(page)).isEqualTo(Shown.PAGE);
        assertThat(all.parent(page)).contains(schema);
        assertThat(all.indexOf(page)).isEqualTo(120);
        for (int i = 0; i < 40; i++) {
            Node table = all.child(page, i);
            assertThat(table.label()).isEqualTo("J/A+A/" + (30_000 + i));
            assertThat(all.parent(table)).contains(page);
            assertThat(all.indexOf(table)).isEqualTo(i);
            assertThat(all.count(table)).isEqualTo(1);
        }
        assertThat(schema.made()).as("40 and the last one, for the page's name").hasSize(41);
        Shown found = filter("photometry", service);
        assertThat(found.matches()).isEqualTo(MANY / 1000);
        assertThat(found.count(schema)).isEqualTo(MANY / 1000);
        assertThat(schema.made()).as("a filter makes none").hasSize(41);
        Node last = found.child(schema, 49);
        assertThat(last.label()).isEqualTo("J/A+A/49000");
        assertThat(found.indexOf(last)).isEqualTo(49);
        assertThat(found.parent(last)).contains(schema);
        assertThat(schema.made()).hasSize(42);
    }

    @Test
    void whatAFilterFindsIsPagedToo() {
        ServiceNode service = big();
        SchemaNode schema = service.schemas().getFirst();
        Shown found = filter("catalogue", service);
        assertThat(found.matches()).isEqualTo(MANY - MANY / 1000);
        Node last = found.child(schema, found.count(schema) - 1);
        assertThat(last.label()).endsWith(" … J/A+A/49999");
        Node table = found.child(last, found.count(last) - 1);
        assertThat(found.parent(table)).contains(last);
        assertThat(found.indexOf(table)).isEqualTo(found.count(last) - 1);
    }

    @Test
    void manySchemasArePagedBehindTheExamples() {
        ServiceNode service = service("schemas");
        service.known(IntStream.range(0, 1001)
                .mapToObj(i -> new SchemaMeta("s" + i, "", List.of()))
                .toList());
        Shown all = Shown.all(List.of(service));
        assertThat(labels(all, service))
                .containsExactly("Examples", "s0 … s249", "s250 … s499", "s500 … s749", "s750 … s999", "s1000 … s1000");
        SchemaNode schema = service.schemas().get(600);
        assertThat(all.parent(schema)).contains(all.child(service, 3));
        assertThat(all.indexOf(schema)).isEqualTo(100);
        assertThat(all.parent(all.child(service, 0))).contains(service);
    }

    @Test
    void childrenAreNotesUntilTheyAreKnown() {
        ServiceNode service = service("slow");
        Shown all = Shown.all(List.of(service));
        assertThat(labels(all, service)).containsExactly("Reading the tables…");
        service.reading();
        assertThat(labels(all, service)).containsExactly("Reading the tables…");
        service.failed(
                Failure.of(new ServiceException(URI.create("http://x/"), 0, "slow.example\n does not answer", null)));
        assertThat(labels(all, service)).containsExactly("slow.example does not answer", "Try again");
        service.forget();
        service.known(List.of());
        assertThat(labels(all, service)).containsExactly("It lists no tables");
        service.known(List.of(new SchemaMeta("", "", List.of())));
        assertThat(labels(all, service)).containsExactly("Examples", "(no schema)");
    }

    @Test
    void allWordsMustBeFoundFromTheSchemaDown() {
        ServiceNode service = small();
        SchemaNode schema = service.schemas().getFirst();
        assertThat(labels(filter("LOLSS sour", service), schema)).containsExactly("sources");
        assertThat(filter("lolss nothing", service).services()).isEmpty();
        assertThat(labels(filter("lolss", service), service)).containsExactly("lolss");
    }

    @Test
    void columnsThatAreKnownAreFound() {
        ServiceNode service = small();
        TableNode table = withColumns(service, 1, column("flux", "phot.flux"), column("ra", "pos.eq.ra"));
        Shown found = filter("sources pos.eq", service);
        assertThat(labels(found, table)).containsExactly("ra");
        assertThat(found.matches()).isEqualTo(1);
        assertThat(found.columnsFound(table)).isTrue();
        assertThat(labels(filter("sources", service), table))
                .as("of a table that is found, all")
                .containsExactly("flux", "ra");
    }

    @Test
    void whatIsNotKnownStaysInSight() {
        ServiceNode unread = service("unread");
        Shown found = filter("nosuchword", small(), unread);
        assertThat(found.services()).containsExactly(unread);
        assertThat(found.unknown()).isEqualTo(1);
        assertThat(found.matches()).isZero();
    }

    @Test
    void namesAreShortBelowTheirSchema() {
        assertThat(TableNode.shortName("ivoa", "ivoa.obscore")).isEqualTo("obscore");
        assertThat(TableNode.shortName("V/147", "\"V/147/sdss12\"")).isEqualTo("V/147/sdss12");
        assertThat(TableNode.shortName("IVOA", "ivoa.\"ob.s\"")).isEqualTo("ob.s");
        assertThat(TableNode.shortName("", "plain")).isEqualTo("plain");
        assertThat(TableNode.shortName("ivoa", "ivoa.")).isEqualTo("ivoa.");
    }

    @Test
    void aTableKeepsWhatTheListSaidOfIt() {
        ServiceNode service = service("rows");
        service.known(List.of(new SchemaMeta(
                "s", "", List.of(new TableMeta("s.t", "", "long words", "view", "", List.of(), 1_234_567)))));
        TableNode table = service.schemas().getFirst().child(0);
        table.known(new TableMeta("S.T", "", "words", "table", "", List.of(column("a", "meta.id;meta.main"))));
        assertThat(table.isView()).isTrue();
        assertThat(table.remark()).isEqualTo("1,234,567 rows · long words");
        assertThat(table.meta().name()).isEqualTo("s.t");
        assertThat(table.columns().getFirst().isKey()).isTrue();
        assertThat(table.columns().getFirst().remark()).isEqualTo("mag · meta.id;meta.main");
    }

    @Test
    void whatAServiceIsCalledIsChecked() {
        assertThat(AddServiceDialog.fault("http://dc.g-vo.org/tap")).isEmpty();
        assertThat(AddServiceDialog.fault("ivo://org.gavo.dc/tap")).isEmpty();
        assertThat(AddServiceDialog.fault("GAVO DC TAP")).isEmpty();
        assertThat(AddServiceDialog.fault("ftp://x/y")).contains("http");
        assertThat(AddServiceDialog.fault("http:///tap")).isNotEmpty();
        assertThat(AddServiceDialog.fault("http://a b/tap")).isNotEmpty();
        assertThat(AddServiceDialog.fault("")).isNotEmpty();
    }
}
