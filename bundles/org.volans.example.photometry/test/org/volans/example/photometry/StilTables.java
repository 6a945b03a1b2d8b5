package org.volans.example.photometry;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.volans.api.ProtocolException;
import org.volans.api.table.TableService;
import org.volans.api.table.VotableDocument;
import org.xml.sax.SAXException;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StoragePolicy;
import uk.ac.starlink.votable.TableElement;
import uk.ac.starlink.votable.VOElementFactory;
import uk.ac.starlink.votable.VOStarTable;

/** The contract of the table service as far as the handler needs it: a plug-in's test sees no provider. */
final class StilTables {

    private StilTables() {}

    static TableService service() {
        return (TableService) Proxy.newProxyInstance(
                TableService.class.getClassLoader(), new Class<?>[] {TableService.class}, (proxy, method, args) -> {
                    assert method.getName().equals("readVotable");
                    return read((InputStream) args[0], (String) args[1]);
                });
    }

    private static VotableDocument read(InputStream stream, String source) throws ProtocolException {
        try {
            var top = new VOElementFactory(StoragePolicy.PREFER_MEMORY).makeVOElement(stream, source);
            if (!top.getVOTagName().equals("VOTABLE")) {
                throw new ProtocolException(source + " is no VOTable");
            }
            List<StarTable> tables = new ArrayList<>();
            var found = top.getElementsByVOTagName("TABLE");
            for (int i = 0; i < found.getLength(); i++) {
                tables.add(new VOStarTable((TableElement) found.item(i)));
            }
            return new VotableDocument(tables, List.of(), List.of());
        } catch (IOException | SAXException e) {
            throw new ProtocolException(source + " is no VOTable: " + e.getMessage(), e);
        }
    }
}
