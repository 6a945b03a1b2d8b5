package org.volans.cli.internal.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.volans.api.geometry.Position;
import org.volans.sdk.testing.TestShell;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowListStarTable;

class DataSetListTest {

    private static final List<String> NAMES = List.of(
            "position_index",
            "service_name",
            "dataproduct_type",
            "calib_level",
            "obs_collection",
            "access_format",
            "access_estsize",
            "target_name",
            "s_ra",
            "s_dec",
            "s_fov",
            "s_resolution",
            "t_min",
            "em_min",
            "em_max");

    private final TestShell shell = TestShell.in(Path.of(""));

    /** A table of one row, of which all that is not given is not known. */
    private static RowListStarTable table(Map<String, Object> cells) {
        RowListStarTable table = new RowListStarTable(NAMES.stream()
                .map(name -> new ColumnInfo(name, cells.getOrDefault(name, "").getClass(), ""))
                .toArray(ColumnInfo[]::new));
        table.addRow(NAMES.stream().map(cells::get).toArray());
        return table;
    }

    private List<String> printed(List<Position> positions, Map<String, Object> cells) throws Exception {
        new DataSetList(positions).print(table(cells), shell);
        return shell.tables().getLast();
    }

    /** The pointing of LoTSS-DR2 that holds M 51: 120 to 168 MHz, MJD 57000 is 9 December 2014. */
    @Test
    void showsWhatOneChoosesBy() throws Exception {
        List<String> line = printed(
                List.of(new Position(202.4, 47.2)),
                Map.ofEntries(
                        Map.entry("position_index", 0),
                        Map.entry("service_name", "ASTRON VO"),
                        Map.entry("dataproduct_type", "image"),
                        Map.entry("calib_level", 3),
                        Map.entry("obs_collection", "LoTSS-DR2"),
                        Map.entry("access_format", "application/x-votable+xml;content=datalink"),
                        Map.entry("access_estsize", 64005L),
                        Map.entry("target_name", "P203+47"),
                        Map.entry("s_ra", 202.4),
                        Map.entry("s_dec", 47.7),
                        Map.entry("s_fov", 4.0),
                        Map.entry("s_resolution", 6.0),
                        Map.entry("t_min", 57000.3),
                        Map.entry("em_min", 1.784),
                        Map.entry("em_max", 2.498)));
        assertThat(shell.tables().getFirst())
                .containsExactly(
                        "row",
                        "dist [']",
                        "service",
                        "collection",
                        "type",
                        "cal",
                        "target",
                        "field [']",
                        "band",
                        "res [\"]",
                        "date",
                        "format",
                        "size");
        assertThat(line)
                .containsExactly(
                        "1",
                        "30",
                        "ASTRON VO",
                        "LoTSS-DR2",
                        "image",
                        "3",
                        "P203+47",
                        "240",
                        "120-168 MHz",
                        "6",
                        "2014-12-09",
                        "datalink",
                        "64.0 MB");
        assertThat(shell.said()).contains("-o FILE keeps all 15 columns").contains("volans links FILE --row N");
    }

    @Test
    void whatIsNotKnownIsEmpty() throws Exception {
        assertThat(printed(List.of(new Position(0, 0)), Map.of()))
                .containsExactly("1", "", "", "", "", "", "", "", "", "", "", "", "");
    }

    @Test
    void withoutANameTheTargetIsItsPosition() throws Exception {
        List<String> line = printed(
                List.of(new Position(10, -5)),
                Map.of(
                        "position_index",
                        0,
                        "s_ra",
                        10.0,
                        "s_dec",
                        -5.0,
                        "t_min",
                        0.0,
                        "em_min",
                        Double.NaN,
                        "access_format",
                        "application/x-votable+xml"));
        assertThat(line.get(1)).isEqualTo("0");
        assertThat(line.get(6)).isEqualTo("10.00 -5.00");
        assertThat(line.get(8)).isEmpty();
        assertThat(line.get(10)).isEmpty();
        assertThat(line.get(11)).isEqualTo("votable");
    }

    @Test
    void ofSeveralPositionsEachRowSaysWhichItIs() throws Exception {
        List<String> line = printed(
                List.of(new Position(1, 2), new Position(3, 4)),
                Map.of("position_index", 1, "s_ra", 3.0, "s_dec", 5.0));
        assertThat(shell.tables().getFirst()).startsWith("row", "index", "dist [']");
        assertThat(line).startsWith("1", "1", "60");
    }

    /** However long the words of a service are. */
    @Test
    void aLineHasAtMost160Characters() throws Exception {
        String word = "abcdefghij".repeat(10);
        List<String> line = printed(
                List.of(new Position(1, 2), new Position(3, 4)),
                Map.ofEntries(
                        Map.entry("position_index", 1),
                        Map.entry("service_name", word),
                        Map.entry("dataproduct_type", word),
                        Map.entry("obs_collection", word),
                        Map.entry("access_format", word),
                        Map.entry("access_estsize", 999_999_999L),
                        Map.entry("target_name", word),
                        Map.entry("s_ra", 183.1234567),
                        Map.entry("s_dec", -4.1234567),
                        Map.entry("s_fov", 1.23456789e-4),
                        Map.entry("s_resolution", 1.2345e-3),
                        Map.entry("t_min", 60000.5),
                        Map.entry("em_min", 1.2345e-9),
                        Map.entry("em_max", 2.3456e-9)));
        List<String> headings = shell.tables().getFirst();
        int width = 0;
        for (int i = 0; i < line.size(); i++) {
            width += Math.max(line.get(i).length(), headings.get(i).length()) + (i == 0 ? 0 : 2);
        }
        assertThat(width).isBetween(140, 160);
        assertThat(line.get(3)).isEqualTo("abcdefghijabcdefg…");
    }
}
