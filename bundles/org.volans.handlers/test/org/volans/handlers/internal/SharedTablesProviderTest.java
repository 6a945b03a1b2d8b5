package org.volans.handlers.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.volans.api.table.SharedTable;

class SharedTablesProviderTest {

    private final SharedTablesProvider tables = new SharedTablesProvider();

    @BeforeEach
    void fill() {
        tables.put(Fakes.table("t1", "http://127.0.0.1:2525/dynamic/0/t1.vot", "A"));
        tables.put(Fakes.table("t1", "file:///data/my%20list.vot", "B"));
        tables.put(Fakes.table("t2", "http://host/t2.vot", "C"));
        tables.put(Fakes.table("t3", "", "D"));
        tables.put(Fakes.table("t4", "http://host/t2.vot", "E"));
        SharedTable stored = Fakes.table("t5", "", "F");
        tables.put(new SharedTable(
                "t5", stored.url(), "F", stored.table(), Optional.empty(), Optional.of(Path.of("/data/f.fits")), ""));
    }

    @ParameterizedTest
    @CsvSource({
        "t1, http://127.0.0.1:2525/dynamic/0/t1.vot, A",
        "t1, http://127.0.0.1:2525/dynamic/0/%741.vot, A",
        "t1, file:/data/my%20list.vot, B",
        "t1, file:///data/my list.vot, B",
        "t1, file://localhost/data/./my%20list.vot, B",
        "t1, FILE:/data/my%20list.vot, B",
        "x, file:/data/my%20list.vot, B",
        "'', file:/data/my%20list.vot, B",
        "t1, '', -",
        "t1, http://other/t1.vot, -",
        "t2, '', C",
        "t2, file:/elsewhere, C",
        "t2, HTTP://HOST:80/t2.vot, C",
        "t4, http://host/t2.vot, E",
        "t9, http://host/t2.vot, E",
        "t3, '', D",
        "T3, '', -",
        "t9, '', -",
        "'', '', -",
        "x, file:/data/f.fits, F",
        "x, file:/data/%zz, -",
        "x, file://elsewhere/data/f.fits, -",
    })
    void tableThatAMessageMeans(String id, String url, String name) {
        assertThat(tables.find(id, url).map(SharedTable::name).orElse("-")).isEqualTo(name);
    }

    @Test
    void tableLoadedAgainTakesTheOldOnesPlace() {
        tables.put(Fakes.table("t1", "file:/data/my list.vot".replace(" ", "%20"), "B2"));
        assertThat(tables.find("t1", "file:/data/my%20list.vot"))
                .map(SharedTable::name)
                .contains("B2");
        assertThat(tables.all()).extracting(SharedTable::name).containsExactly("A", "C", "D", "E", "F", "B2");
        SharedTable d = tables.find("t3", "").orElseThrow();
        tables.put(new SharedTable(
                "t3",
                Optional.of(java.net.URI.create("http://here/d.vot")),
                "D2",
                d.table(),
                Optional.empty(),
                Optional.empty(),
                ""));
        assertThat(tables.all())
                .extracting(SharedTable::name)
                .doesNotContain("D")
                .contains("D2");
    }

    @Test
    void tableThatGoesMakesAnIdUnique() {
        tables.remove(tables.find("t1", "file:/data/my%20list.vot").orElseThrow());
        assertThat(tables.find("t1", "")).map(SharedTable::name).contains("A");
        tables.remove(Fakes.table("t1", "http://elsewhere/", "A"));
        assertThat(tables.all()).hasSize(5);
    }

    @Test
    void fileIsFoundByItsPathOrUrl() {
        assertThat(tables.find(Path.of("/data/f.fits"))).map(SharedTable::name).contains("F");
        assertThat(tables.find(Path.of("/data/x/../my list.vot")))
                .map(SharedTable::name)
                .contains("B");
        assertThat(tables.find(Path.of("/data/none"))).isEmpty();
    }

    @Test
    void idsAreNew() {
        assertThat(tables.newId()).isNotEqualTo(tables.newId());
        assertThat(tables.newId()).isNotEqualTo(new SharedTablesProvider().newId());
    }
}
