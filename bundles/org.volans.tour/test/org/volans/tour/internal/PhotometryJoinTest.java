package org.volans.tour.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.volans.api.InputException;
import org.volans.api.ProtocolException;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.adql.AdqlService;
import org.volans.api.inquiry.Inquiry;
import org.volans.api.photometry.PhotometryMatches;
import org.volans.api.photometry.PhotometryTable;
import org.volans.api.table.PositionColumns;
import org.volans.api.table.TableMeta;
import org.volans.api.table.VotableDocument;
import org.volans.api.tap.TapQuery;
import org.volans.api.tap.TapResult;
import org.volans.api.tap.TapService;
import uk.ac.starlink.table.RowListStarTable;
import uk.ac.starlink.table.StarTable;

@SuppressWarnings("null")
class PhotometryJoinTest {

    private static final URI SERVICE = URI.create("http://phot.example/tap");

    private final Step step = new Step("join", "Join", System.nanoTime());
    private final List<TapQuery> asked = new ArrayList<>();

    private interface Answer {
        StarTable to(TapQuery query) throws VoException;
    }

    private PhotometryJoin join(Answer answer) throws InputException {
        TapService tap = (TapService) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {TapService.class}, (proxy, method, args) -> {
                    asked.add((TapQuery) args[0]);
                    StarTable table = answer.to((TapQuery) args[0]);
                    return new TapResult(table, false, new VotableDocument(List.of(table), List.of(), List.of()));
                });
        AdqlService adql = (AdqlService) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {AdqlService.class},
                (proxy, method, args) -> args[0].toString().matches("\\w+") ? args[0] : "\"" + args[0] + "\"");
        return new PhotometryJoin(tap, adql, photometry(), Tables.positions(0.00001, 30, 10, -30), 1 / 3600.0);
    }

    private static RowListStarTable stars() {
        return Tables.table(
                Tables.column("star id", String.class, "", "meta.id;meta.main"),
                Tables.column("lon", Double.class, "deg", "pos.eq.ra;meta.main"),
                Tables.column("lat", Double.class, "deg", "pos.eq.dec;meta.main"),
                Tables.column("alpha", Float.class, "mag", "phot.mag;em.opt.R"));
    }

    private static PhotometryTable photometry() {
        TableMeta table = new TableMeta("phot.\"Stars & Co\"", "", "", "table", "", PositionColumns.columns(stars()));
        return PhotometryTable.of("Stars", "ivo://x/stars", SERVICE, table).orElseThrow();
    }

    private Inquiry inquiry() {
        return new Inquiry(SERVICE, Duration.ofSeconds(5), step);
    }

    @Test
    void columnsOfTheSameNameAreKeptApart() throws VoException {
        assertThat(join(query -> stars()).numbered().adql())
                .startsWith(
                        "SELECT phot.\"star id\", mine.alpha AS mine_alpha, mine.delta, phot.alpha, mine.volans_row");
    }

    @Test
    void theJoinForPeopleHasNothingButTheirColumns() throws VoException {
        TapQuery query = join(q -> stars()).query();
        assertThat(query.adql())
                .startsWith("SELECT phot.\"star id\", mine.alpha AS mine_alpha, mine.delta, phot.alpha\nFROM phot.")
                .endsWith("CIRCLE('ICRS', mine.alpha, mine.delta, 1/3600.0))");
        assertThat(query.uploads().get("objects").getColumnCount()).isEqualTo(2);
    }

    @Test
    void aServiceThatTakesNoUploadsIsAskedWithThePositionsInTheQuery() throws VoException {
        RowListStarTable answer = stars();
        answer.addRow(new Object[] {"south", 10.0, -30.0, 17f});
        answer.addRow(new Object[] {"west of zero", 359.9999, 30.0, 18f});
        PhotometryMatches colours = join(query -> {
                    if (!query.uploads().isEmpty()) {
                        throw new ServiceException(SERVICE, 400, "uploads are not supported", null);
                    }
                    return answer;
                })
                .join(inquiry(), new NullProgressMonitor());
        assertThat(asked).hasSize(2);
        assertThat(asked.get(1).adql())
                .contains("FROM phot.\"Stars & Co\" AS phot")
                .contains("CIRCLE('ICRS', 10, -30, ");
        assertThat(IntStream.range(0, colours.table().getColumnCount())
                        .mapToObj(i -> colours.table().getColumnInfo(i).getName()))
                .containsExactly("star id", "mine_alpha", "delta", "alpha");
        assertThat(colours.objectOf()).containsExactly(0, 1);
        assertThat(Cells.text(colours.table(), 0, 0)).isEqualTo("west of zero");
        assertThat(Cells.number(colours.table(), 0, 1)).isEqualTo(0.00001);
        assertThat(Cells.number(colours.table(), 1, 3)).isEqualTo(17);
        assertThat(step.warnings()).singleElement().asString().contains("uploads are not supported");
    }

    @Test
    void aServiceThatIsNotThereIsNotAskedAgain() throws VoException {
        PhotometryJoin join = join(query -> {
            throw new ServiceException(SERVICE, 0, "connection refused", null);
        });
        assertThatThrownBy(() -> join.join(inquiry(), new NullProgressMonitor()))
                .hasMessage("connection refused");
        assertThat(asked).hasSize(1);
    }

    @Test
    void anAnswerWithoutTheRowNumbersIsOneLine() throws VoException {
        assertThatThrownBy(() -> join(query -> stars()).join(inquiry(), new NullProgressMonitor()))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("'volans_row'");
    }
}
