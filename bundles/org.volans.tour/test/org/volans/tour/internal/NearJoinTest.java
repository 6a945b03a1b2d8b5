package org.volans.tour.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.volans.api.ProtocolException;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.geometry.Position;
import org.volans.api.table.PositionColumns;
import uk.ac.starlink.table.StarTable;

@SuppressWarnings("null")
class NearJoinTest {

    private static final double ARCSEC = 1 / 3600.0;

    private static NearJoin join(StarTable answer) {
        return new NearJoin(PositionColumns.of(answer).orElseThrow(), ARCSEC);
    }

    @Test
    void pairsAreMadeAcrossRightAscensionZeroAndBesideThePole() throws VoException {
        StarTable answer = Tables.positions(359.99999, 30, 303.4, 89.9999, 10, -30, Double.NaN, 0);
        List<Position> objects = List.of(new Position(0.00001, 30), new Position(123.4, 89.99995));
        StarTable rows = join(answer).rows(objects, some -> answer);
        assertThat(pairs(rows)).containsExactly("0: 359.99999", "1: 303.4");
    }

    @Test
    void manyObjectsAreAskedForAFewAtATimeAndKeepTheirNumbers() throws VoException {
        List<Position> objects =
                IntStream.range(0, 120).mapToObj(i -> new Position(i, 0)).toList();
        List<Integer> sizes = new ArrayList<>();
        StarTable head = Tables.positions(0, 0);
        StarTable rows = join(head).rows(objects, some -> {
            sizes.add(some.size());
            return Tables.positions(some.get(0).ra(), 0, some.get(1).ra(), 5);
        });
        assertThat(sizes).containsExactly(50, 50, 20);
        assertThat(pairs(rows)).containsExactly("0: 0.0", "50: 50.0", "100: 100.0");
    }

    @Test
    void anAnswerWithoutThePositionsNamesTheColumn() {
        StarTable other = Tables.table(Tables.column("x", Double.class, "", ""));
        assertThatThrownBy(() -> join(Tables.positions(0, 0)).rows(List.of(new Position(0, 0)), some -> other))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("'alpha'");
    }

    @Test
    void onlyAServiceThatAnswersHasRefused() {
        URI uri = URI.create("http://x.example/tap");
        assertThat(NearJoin.refused(new ServiceException(uri, 400, "no uploads", null)))
                .isTrue();
        assertThat(NearJoin.refused(new ServiceException(uri, 200, "no uploads", null)))
                .isTrue();
        assertThat(NearJoin.refused(new ServiceException(uri, 0, "connection refused", null)))
                .isFalse();
        assertThat(NearJoin.refused(new ServiceException(uri, 401, "who are you", null)))
                .isFalse();
    }

    private static List<String> pairs(StarTable rows) {
        int number = Cells.index(rows, Objects.ROW_COLUMN);
        return IntStream.range(0, (int) rows.getRowCount())
                .mapToObj(row -> (int) Cells.number(rows, row, number) + ": " + Cells.number(rows, row, 0))
                .toList();
    }
}
