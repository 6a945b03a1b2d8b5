package org.volans.sky.internal.links;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.volans.sky.internal.data.TutorialContent;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.votable.TableElement;
import uk.ac.starlink.votable.VOElement;
import uk.ac.starlink.votable.VOElementFactory;
import uk.ac.starlink.votable.VOStarTable;

class SearchesTest {

    private static final URI BASE = URI.create("http://127.0.0.1:9999/");

    private final TutorialContent content =
            new TutorialContent(Path.of("unused"), new RecordingImages(), new NullProgressMonitor());

    private HttpServlet servlet(String pattern) {
        return (HttpServlet) content.servlets(BASE).stream()
                .filter(s -> s.pattern().equals(pattern))
                .findFirst()
                .orElseThrow()
                .servlet();
    }

    @ParameterizedTest
    @CsvSource({
        "astron,POS,CIRCLE 240.484 46.768 0.001,3",
        "astron,POS,CIRCLE 10 10 1,0",
        "astron,POS,RANGE 238 239 45.5 46.2,2",
        "astron,COLLECTION,LOLSS,1",
        "astron,DPTYPE,cube,0",
        "astron,BAND,1e-7 1e-6,0",
        "astron,BAND,5 +Inf,5",
        "astron,SPATRES,-Inf 20,1",
        "astron,TIME,59511 59512,5",
        "astron,POL,V,0",
        "gavo,DPTYPE,cube,6",
        "gavo,DPTYPE,spectrum,0",
        "gavo,CALIB,3,8",
        "gavo,ID,ivo://sky.volans/gavo/cubes?field_3,1",
    })
    void imagesAreFound(String centre, String name, String value, int rows) throws Exception {
        Exchange answer = Exchange.get("").with(name, value).to(servlet("/" + centre + "/sia2/query"));
        assertThat(answer.status).isEqualTo(200);
        assertThat(table(answer).getRowCount()).isEqualTo(rows);
        assertThat(answer.text()).contains("name=\"QUERY_STATUS\" value=\"OK\"").doesNotContain("OVERFLOW");
    }

    @Test
    void valuesAreAlternativesAndParametersNarrow() throws Exception {
        Exchange answer = Exchange.post()
                .with("POS", "CIRCLE 240.484 46.768 0.001")
                .with("POS", "CIRCLE 239.605 47.16 0.001")
                .with("DPTYPE", "cube")
                .to(servlet("/gavo/sia2/query"));
        assertThat(table(answer).getRowCount()).isEqualTo(2);
    }

    @Test
    void moreThanMaxrecIsAnOverflow() throws Exception {
        Exchange answer = Exchange.get("").with("MAXREC", "2").to(servlet("/gavo/sia2/query"));
        assertThat(table(answer).getRowCount()).isEqualTo(2);
        assertThat(answer.text()).contains("value=\"OVERFLOW\"");
        Exchange none = Exchange.get("").with("MAXREC", "0").to(servlet("/gavo/sia2/query"));
        assertThat(table(none).getRowCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"POS,SQUARE 1 2", "BAND,2 1", "MAXREC,-1", "MAXREC,many", "RESPONSEFORMAT,csv"})
    void badImageSearchesAreNamed(String name, String value) throws Exception {
        Exchange answer = Exchange.get("").with(name, value).to(servlet("/gavo/sia2/query"));
        assertThat(answer.status).isEqualTo(400);
        assertThat(answer.text()).contains("value=\"ERROR\"", "UsageFault: " + name + "=" + value);
    }

    @Test
    void coneFindsTheSourceAtTheExample() throws Exception {
        StarTable found = table(cone("/astron/scs", "240.484", "46.768", "0.02", "3"));
        assertThat(found.getRowCount()).isEqualTo(1);
        assertThat(found.getColumnCount()).isEqualTo(17);
        assertThat(ucds(found)).contains("ID_MAIN", "POS_EQ_RA_MAIN", "POS_EQ_DEC_MAIN");
    }

    @Test
    void coneShowsAsMuchAsAsked() throws Exception {
        String service = "/vizier/scs/V/147/sdss12";
        assertThat(table(cone(service, "240.621726", "48.100121", "0.001", "1")).getColumnCount())
                .isEqualTo(3);
        assertThat(ucds(table(cone(service, "240.621726", "48.100121", "0.001", "2"))))
                .noneMatch(ucd -> ucd.startsWith("stat.error"))
                .contains("phot.mag;em.opt.U");
        StarTable all = table(cone(service, "240.621726", "48.100121", "0.001", "3"));
        assertThat(all.getColumnCount()).isEqualTo(24);
        assertThat(all.getRowCount()).isEqualTo(1);
        assertThat(table(cone(service, "240", "47", "0", "1")).getRowCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"x,47,1,RA=x", "240,99,1,declination 99.0", "240,47,-1,SR=-1", "240,47,'',SR is missing"})
    void badConesAreNamed(String ra, String dec, String radius, String said) throws Exception {
        Exchange answer = cone("/astron/scs", ra, dec, radius, "1");
        assertThat(answer.status).isEqualTo(200);
        assertThat(answer.text()).contains("name=\"Error\"", said);
    }

    private Exchange cone(String service, String ra, String dec, String radius, String verb) throws Exception {
        return Exchange.get("")
                .with("RA", ra)
                .with("DEC", dec)
                .with("SR", radius)
                .with("VERB", verb)
                .to(servlet(service));
    }

    private static List<String> ucds(StarTable table) {
        List<String> ucds = new ArrayList<>();
        for (int i = 0; i < table.getColumnCount(); i++) {
            ucds.add(table.getColumnInfo(i).getUCD());
        }
        return ucds;
    }

    private static StarTable table(Exchange answer) throws Exception {
        VOElement top = new VOElementFactory().makeVOElement(new ByteArrayInputStream(answer.bytes()), null);
        return new VOStarTable(
                (TableElement) top.getElementsByVOTagName("TABLE").item(0));
    }
}
