package org.volans.tour.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.volans.api.ProtocolException;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.geometry.Position;
import org.volans.api.table.PositionColumns;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.ColumnStarTable;
import uk.ac.starlink.table.ConcatStarTable;
import uk.ac.starlink.table.JoinStarTable;
import uk.ac.starlink.table.PrimitiveArrayColumn;
import uk.ac.starlink.table.StarTable;

/** What an upload join does, for services that take no uploads: the positions stand in the query, the pairs are made here. */
final class NearJoin {

    /** Positions in one query: longer conditions choke parsers. */
    private static final int AT_ONCE = 50;

    /** A question for what is near any of a few positions. */
    @FunctionalInterface
    interface Question {
        /** A random-access table that has the position columns. */
        StarTable near(List<Position> positions) throws VoException;
    }

    private final PositionColumns columns;
    private final double radius;

    /**
     * @param columns where the rows of the answers have their positions
     * @param radius  in degrees
     */
    NearJoin(PositionColumns columns, double radius) {
        this.columns = columns;
        this.radius = radius;
    }

    /** Whether a service that is there has refused, so that the question may be put in another way. */
    static boolean refused(ServiceException e) {
        return e.status() >= 200 && e.status() != 401 && e.status() != 403 && e.status() != 429 && e.status() != 503;
    }

    /** One row for each pair of a row and an object, with the object's number in {@link Objects#ROW_COLUMN}. */
    StarTable rows(List<Position> objects, Question question) throws VoException {
        List<StarTable> parts = new ArrayList<>();
        for (int from = 0; from < objects.size(); from += AT_ONCE) {
            List<Position> some = objects.subList(from, Math.min(objects.size(), from + AT_ONCE));
            parts.add(pairs(question.near(some), some, from));
        }
        try {
            return parts.size() == 1
                    ? parts.get(0)
                    : new ConcatStarTable(parts.get(0), parts.toArray(StarTable[]::new));
        } catch (IOException e) {
            throw new ProtocolException(
                    "the service answers the same question with other columns: " + e.getMessage(), e);
        }
    }

    private StarTable pairs(StarTable answer, List<Position> objects, int first) throws VoException {
        int ra = Cells.answered(answer, columns.ra().name());
        int dec = Cells.answered(answer, columns.dec().name());
        List<Long> rows = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (long row = 0; row < answer.getRowCount(); row++) {
            Optional<Position> there = Cells.position(answer, row, ra, dec);
            for (int object = 0; there.isPresent() && object < objects.size(); object++) {
                if (there.get().separation(objects.get(object)) <= radius) {
                    rows.add(row);
                    numbers.add(first + object);
                }
            }
        }
        ColumnStarTable column = ColumnStarTable.makeTableWithRows(rows.size());
        column.addColumn(PrimitiveArrayColumn.makePrimitiveColumn(
                new ColumnInfo(Objects.ROW_COLUMN, Integer.class, "row of the object"),
                numbers.stream().mapToInt(Integer::intValue).toArray()));
        return new JoinStarTable(new StarTable[] {Cells.rows(answer, rows), column});
    }
}
