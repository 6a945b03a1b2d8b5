package org.volans.datalink.internal;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.volans.api.ProtocolException;
import org.volans.api.table.VotableDocument;
import org.volans.sdk.testing.StilTables;
import uk.ac.starlink.votable.datalink.ServiceDescriptor;

/** Service descriptors as services write them. */
final class Descriptors {

    static final String CHAR = " datatype='char' arraysize='*'";

    private Descriptors() {}

    /** A service descriptor. */
    static String resource(String id, String standard, String url, String inputs) {
        return "<RESOURCE type='meta' utype='adhoc:service' ID='" + id + "'>"
                + (standard.isEmpty() ? "" : "<PARAM name='standardID'" + CHAR + " value='" + standard + "'/>")
                + "<PARAM name='accessURL'" + CHAR + " value='" + url + "'/>"
                + "<GROUP name='inputParams'>" + inputs + "</GROUP></RESOURCE>";
    }

    /** An input parameter of text. */
    static String param(String name, String more) {
        return "<PARAM name='" + name + "'" + CHAR + " " + (more.contains("value=") ? "" : "value='' ") + more + "/>";
    }

    static VotableDocument document(String text) throws ProtocolException {
        return new StilTables()
                .readVotable(
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                        "test",
                        new NullProgressMonitor());
    }

    static ServiceDescriptor descriptor(String standard, String url, String inputs) throws ProtocolException {
        return document("<VOTABLE>" + resource("s", standard, url, inputs) + "</VOTABLE>")
                .descriptors()
                .get(0);
    }
}
