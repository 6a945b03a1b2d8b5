package org.volans.datalink.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.volans.datalink.internal.Descriptors.CHAR;
import static org.volans.datalink.internal.Descriptors.param;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.datalink.LinksRequest;
import org.volans.api.net.HttpBody.Field;

class LinksFinderTest {

    private static Optional<LinksRequest> find(String fields, String row, String more) throws VoException {
        return new LinksFinder(
                        Descriptors.document(
                                "<VOTABLE><RESOURCE type='results'><TABLE>" + fields + "<DATA><TABLEDATA><TR>" + row
                                        + "</TR></TABLEDATA></DATA></TABLE></RESOURCE>" + more + "</VOTABLE>"),
                        0)
                .find();
    }

    private static String descriptor(String standard, String inputs) {
        return Descriptors.resource("dl", standard, "http://x/links?a=1", inputs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ivo://ivoa.net/std/DataLink#links-1.0", "ivo://ivoa.net/std/datalink#links-1.1"})
    void takesTheValueOfTheReferencedColumn(String standard) throws Exception {
        // the column's ID is the name of the other one: references are by ID
        String fields = "<FIELD ID='pub' name='other'" + CHAR + "/><FIELD ID='q' name='pub'" + CHAR + "/>";
        Optional<LinksRequest> request = find(
                fields,
                "<TD>ivo://a?b</TD><TD>wrong</TD>",
                descriptor(standard, param("ID", "ref='pub'") + param("KIND", "value='full'") + param("FREE", "")));
        assertThat(request)
                .contains(new LinksRequest(
                        URI.create("http://x/links?a=1"),
                        List.of(new Field("ID", "ivo://a?b"), new Field("KIND", "full"))));
    }

    @Test
    void sendsNumbersAsPlainDecimals() throws Exception {
        Optional<LinksRequest> request = find(
                "<FIELD ID='n' name='n' datatype='double'/>",
                "<TD>1.5E-7</TD>",
                descriptor("ivo://ivoa.net/std/DataLink#links-1.0", param("ID", "ref='n'")));
        assertThat(request.orElseThrow().parameters()).containsExactly(new Field("ID", "0.00000015"));
    }

    @Test
    void leadsNowhereWithoutAnIdentifierInTheRow() throws Exception {
        assertThat(find(
                        "<FIELD ID='pub' name='pub'" + CHAR + "/>",
                        "<TD/>",
                        descriptor("ivo://ivoa.net/std/DataLink#links-1.0", param("ID", "ref='pub'"))))
                .isEmpty();
        assertThat(find("<FIELD name='x' datatype='int'/>", "<TD>1</TD>", "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name='access_url'|name='access_format'",
                "name='u' utype='obscore:Access.Reference'|name='f' utype='obscore:Access.Format'"
            })
    void takesTheAccessUrlOfObscore(String url, String format) throws Exception {
        String fields = "<FIELD " + url + CHAR + "/><FIELD " + format + CHAR + "/>";
        assertThat(find(
                        fields,
                        "<TD>http://x/dl?ID=a b</TD><TD>application/x-votable+xml; content=\"datalink\"</TD>",
                        ""))
                .contains(new LinksRequest(URI.create("http://x/dl?ID=a%20b"), List.of()));
        assertThat(find(fields, "<TD>http://x/a.fits</TD><TD>image/fits</TD>", ""))
                .isEmpty();
    }

    @Test
    void takesAColumnThatSaysThatItLeadsToLinks() throws Exception {
        String fields = "<FIELD name='accref' ucd='meta.ref.url'" + CHAR + "/><FIELD name='dlurl' ucd='meta.ref.url'"
                + CHAR + "><DESCRIPTION>URL of the datalink document</DESCRIPTION></FIELD>";
        assertThat(find(fields, "<TD>http://x/a.fits</TD><TD>http://x/dl?ID=a</TD>", ""))
                .contains(new LinksRequest(URI.create("http://x/dl?ID=a"), List.of()));
    }

    /** What a column says of all rows counts less than the format that a row gives. */
    @Test
    void believesTheFormatOfARow() throws Exception {
        String fields = "<FIELD name='access_url' ucd='meta.ref.url'" + CHAR
                + "><DESCRIPTION>Where the data set or its Datalink is</DESCRIPTION></FIELD><FIELD name='access_format'"
                + CHAR + "/>";
        assertThat(find(fields, "<TD>http://x/a.fits</TD><TD>image/fits</TD>", ""))
                .isEmpty();
        assertThat(find(fields, "<TD>http://x/dl</TD><TD/>", "")).isPresent();
    }

    @Test
    void prefersTheDescriptor() throws Exception {
        String fields = "<FIELD name='access_url'" + CHAR + "/><FIELD name='access_format'" + CHAR
                + "/><FIELD ID='pub' name='obs_publisher_did'" + CHAR + "/>";
        assertThat(find(
                                fields,
                                "<TD>http://x/dl</TD><TD>application/x-votable+xml;content=datalink</TD><TD>p</TD>",
                                descriptor("ivo://ivoa.net/std/DataLink#links-1.0", param("ID", "ref='pub'")))
                        .orElseThrow()
                        .parameters())
                .containsExactly(new Field("ID", "p"));
    }

    @Test
    void namesARowThatIsNotThere() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> new LinksFinder(
                        Descriptors.document(
                                "<VOTABLE><RESOURCE><TABLE><FIELD name='x' datatype='int'/></TABLE></RESOURCE></VOTABLE>"),
                        5))
                .withMessageContaining("0 rows")
                .withMessageContaining("no row 5");
    }
}
