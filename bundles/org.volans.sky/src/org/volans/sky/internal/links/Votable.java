package org.volans.sky.internal.links;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import org.volans.sky.internal.Xml;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.votable.DataFormat;
import uk.ac.starlink.votable.StringElementSizer;
import uk.ac.starlink.votable.VOSerializer;
import uk.ac.starlink.votable.VOSerializerConfig;
import uk.ac.starlink.votable.VOTableVersion;

/** VOTable documents as DALI 1.1, section 4.4, wants them. */
final class Votable {

    private static final Set<String> FORMATS = Set.of("votable", "application/x-votable+xml", "text/xml");

    private static final String OPEN = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<VOTABLE version=\"1.4\" xmlns=\"http://www.ivoa.net/xml/VOTable/v1.3\""
            + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
            + " xsi:schemaLocation=\"http://www.ivoa.net/xml/VOTable/v1.3 http://www.ivoa.net/xml/VOTable/v1.3\">\n";

    private static final VOSerializerConfig CONFIG =
            new VOSerializerConfig(DataFormat.TABLEDATA, VOTableVersion.V14, StringElementSizer.READ, false);

    private Votable() {}

    /** Whether a RESPONSEFORMAT means VOTable (DALI 1.1, section 3.4.3); its serialisation is up to us. */
    static boolean offers(String format) {
        String type = format.replace(" ", "").toLowerCase(Locale.ROOT).replaceFirst(";.*", "");
        return FORMATS.contains(type);
    }

    /**
     * A document with one table.
     *
     * @param table    written as TABLEDATA
     * @param status   {@code OK} or {@code OVERFLOW}
     * @param standard IVOID of the protocol that the document follows
     * @param meta     RESOURCE elements to put after the results, or empty
     */
    static String document(StarTable table, String status, String standard, String meta) {
        StringWriter text = new StringWriter();
        try (BufferedWriter out = new BufferedWriter(text)) {
            out.write(OPEN);
            out.write("<RESOURCE type=\"results\">\n");
            out.write("<INFO name=\"standardID\" value=\"" + Xml.escape(standard) + "\"/>\n");
            out.write("<INFO name=\"QUERY_STATUS\" value=\"OK\"/>\n");
            VOSerializer.makeSerializer(CONFIG, table).writeInlineTableElement(out);
            if (!"OK".equals(status)) {
                out.write("<INFO name=\"QUERY_STATUS\" value=\"" + Xml.escape(status) + "\"/>\n");
            }
            out.write("</RESOURCE>\n");
            out.write(meta);
            out.write("</VOTABLE>\n");
        } catch (IOException e) {
            throw new UncheckedIOException("a table cannot be written as VOTable", e);
        }
        return text.toString();
    }

    /** A document as SCS 1.03, section 2.3, wants errors: with an INFO called Error. */
    static String coneError(String message) {
        return OPEN + "<RESOURCE type=\"results\">\n<INFO name=\"QUERY_STATUS\" value=\"ERROR\">" + Xml.escape(message)
                + "</INFO>\n<INFO ID=\"Error\" name=\"Error\" value=\"" + Xml.escape(message)
                + "\"/>\n</RESOURCE>\n</VOTABLE>\n";
    }
}
