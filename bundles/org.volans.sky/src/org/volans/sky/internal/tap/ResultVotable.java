package org.volans.sky.internal.tap;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.volans.sky.internal.Xml;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.votable.DataFormat;
import uk.ac.starlink.votable.StringElementSizer;
import uk.ac.starlink.votable.VOSerializer;
import uk.ac.starlink.votable.VOSerializerConfig;
import uk.ac.starlink.votable.VOTableVersion;

/**
 * A result as a VOTable 1.4 document (DALI 1.1, section 4; TAP 1.1, section 3.3): status first, the table, the overflow after
 * it, and a service descriptor for each links service that its rows have (DataLink 1.1, section 4).
 *
 * @param table       the rows; a descriptor's column has the descriptor's {@code fieldId} as its ID
 * @param overflow    whether there were more rows
 * @param infos       INFO elements: name and value, in order
 * @param descriptors the links services
 */
record ResultVotable(StarTable table, boolean overflow, Map<String, String> infos, List<Descriptor> descriptors) {

    /**
     * A links service of the rows.
     *
     * @param fieldId   XML ID of the column that holds the dataset's ID
     * @param accessUrl of the service
     */
    record Descriptor(String fieldId, String accessUrl) {}

    /** The ID of the coordinate system that position columns refer to. */
    static final String FRAME = "icrs";

    private static final String LINKS = "ivo://ivoa.net/std/DataLink#links-1.1";

    void write(OutputStream out, boolean binary) throws IOException {
        VOSerializerConfig config = new VOSerializerConfig(
                binary ? DataFormat.BINARY2 : DataFormat.TABLEDATA,
                VOTableVersion.V14,
                StringElementSizer.NOCALC,
                false);
        VOSerializer serializer = VOSerializer.makeSerializer(config, table);
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        writer.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<VOTABLE version=\"1.4\" xmlns=\""
                + VOTableVersion.V14.getXmlNamespace() + "\">\n<RESOURCE type=\"results\">\n");
        info(writer, "QUERY_STATUS", "OK");
        for (Map.Entry<String, String> entry : infos.entrySet()) {
            info(writer, entry.getKey(), entry.getValue());
        }
        // written here, since STIL would put a resource of its own round it
        writer.write("<COOSYS ID=\"" + FRAME + "\" system=\"ICRS\"/>\n");
        serializer.writeInlineTableElement(writer);
        if (overflow) {
            info(writer, "QUERY_STATUS", "OVERFLOW");
        }
        writer.write("</RESOURCE>\n");
        for (int i = 0; i < descriptors.size(); i++) {
            write(writer, "links" + (i + 1), descriptors.get(i));
        }
        writer.write("</VOTABLE>\n");
        writer.flush();
    }

    private static void info(BufferedWriter writer, String name, String value) throws IOException {
        writer.write("<INFO name=\"" + Xml.escape(name) + "\" value=\"" + Xml.escape(value) + "\"/>\n");
    }

    private static void write(BufferedWriter writer, String id, Descriptor descriptor) throws IOException {
        writer.write("<RESOURCE type=\"meta\" utype=\"adhoc:service\" ID=\"" + id + "\">\n"
                + "<DESCRIPTION>Data, previews and services of a row</DESCRIPTION>\n"
                + param("standardID", LINKS)
                + param("accessURL", descriptor.accessUrl())
                + param("contentType", "application/x-votable+xml;content=datalink")
                + "<GROUP name=\"inputParams\">\n<PARAM name=\"ID\" datatype=\"char\" arraysize=\"*\" value=\"\" ref=\""
                + Xml.escape(descriptor.fieldId()) + "\"/>\n</GROUP>\n</RESOURCE>\n");
    }

    private static String param(String name, String value) {
        return "<PARAM name=\"" + name + "\" datatype=\"char\" arraysize=\"*\" value=\"" + Xml.escape(value) + "\"/>\n";
    }
}
