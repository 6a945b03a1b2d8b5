package org.volans.sky.internal.links;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.volans.api.InputException;
import org.volans.api.geometry.Position;
import org.volans.sky.internal.Answers;
import org.volans.sky.internal.Parameters;
import org.volans.sky.internal.data.Lazy;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.ColumnPermutedStarTable;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.WrapperStarTable;

/**
 * Cone search on a catalogue (SCS 1.03). A radius of 0 gives the columns without rows; faults come with status 200 as the
 * standard, which is older than DALI, wants it (section 2.3).
 */
final class ConeServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String STANDARD = "ivo://ivoa.net/std/ConeSearch";

    /** The standard asks for these UCDs of 1999 (section 2.2). */
    private static final Map<String, String> UCDS = Map.of(
            "meta.id;meta.main", "ID_MAIN",
            "pos.eq.ra;meta.main", "POS_EQ_RA_MAIN",
            "pos.eq.dec;meta.main", "POS_EQ_DEC_MAIN");

    private final transient Lazy<Selection> rows;
    private final String ra;
    private final String dec;

    /**
     * @param ra  name of the column of right ascension in degrees
     * @param dec name of the column of declination in degrees
     */
    ConeServlet(Lazy<StarTable> catalogue, String ra, String dec) {
        this.ra = ra;
        this.dec = dec;
        rows = new Lazy<>(() -> new Selection(catalogue.get()));
    }

    @Override
    @NonNullByDefault({})
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }

    @Override
    @NonNullByDefault({})
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String document;
        try {
            document = search(Parameters.of(request));
        } catch (UsageException | InputException e) {
            document = Votable.coneError(e.getMessage());
        }
        Answers.send(response, HttpServletResponse.SC_OK, Answers.VOTABLE, document);
    }

    private String search(Parameters parameters) throws UsageException {
        double radius = number(parameters, "SR");
        if (radius < 0 || radius > 180) {
            throw new UsageException("SR=" + radius + ": a radius is 0 to 180 degrees");
        }
        Position center;
        try {
            center = new Position(number(parameters, "RA"), number(parameters, "DEC"));
        } catch (IllegalArgumentException e) {
            throw new UsageException("RA, DEC: " + e.getMessage());
        }
        int verbosity = verbosity(parameters);
        long maxrec = radius == 0 ? 0 : Values.maxrec(parameters);
        Selection.Some found = rows.get().select(List.of(row -> inside(row, center, radius)), maxrec);
        boolean overflow = found.overflow() && radius > 0;
        return Votable.document(columns(found.table(), verbosity), overflow ? "OVERFLOW" : "OK", STANDARD, "");
    }

    private boolean inside(long row, Position center, double radius) {
        double declination = rows.get().number(row, dec);
        // most rows are too far north or south, which costs no trigonometry
        return Math.abs(declination - center.dec()) <= radius
                && center.separation(new Position(rows.get().number(row, ra), declination)) <= radius;
    }

    private static double number(Parameters parameters, String name) throws UsageException {
        String text = Values.one(parameters, name)
                .orElseThrow(() -> new UsageException(name + " is missing: RA, DEC and SR are needed, in degrees"));
        return Values.number(name, text);
    }

    private static int verbosity(Parameters parameters) throws UsageException {
        String text = Values.one(parameters, "VERB").orElse("2");
        if (!List.of("1", "2", "3").contains(text)) {
            throw new UsageException("VERB=" + text + ": it is 1, 2 or 3");
        }
        return Integer.parseInt(text);
    }

    /** 1: what says which object it is; 2: without errors of measurement; 3: all. */
    private static StarTable columns(StarTable table, int verbosity) {
        int[] kept = IntStream.range(0, table.getColumnCount())
                .filter(i -> {
                    String ucd = table.getColumnInfo(i).getUCD();
                    return verbosity == 3 || (verbosity == 2 ? !ucd.startsWith("stat.error") : UCDS.containsKey(ucd));
                })
                .toArray();
        return new WrapperStarTable(new ColumnPermutedStarTable(table, kept)) {
            @Override
            public ColumnInfo getColumnInfo(int index) {
                ColumnInfo info = new ColumnInfo(super.getColumnInfo(index));
                info.setUCD(UCDS.getOrDefault(info.getUCD(), info.getUCD()));
                return info;
            }
        };
    }
}
