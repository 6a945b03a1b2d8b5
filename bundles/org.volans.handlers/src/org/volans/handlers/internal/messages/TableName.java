package org.volans.handlers.internal.messages;

import org.volans.api.InputException;
import org.volans.api.samp.SampMessage;
import org.volans.handlers.internal.TableUrl;

/**
 * What a message calls a table.
 *
 * @param id  its {@code table-id}, or empty
 * @param url its {@code url}, canonical, or empty
 */
record TableName(String id, String url) {

    /** @param message tidy; of a spectrum its {@code spectrum-id} is the table's id */
    static TableName of(SampMessage message) {
        String id =
                message.text("table-id").or(() -> message.text("spectrum-id")).orElse("");
        String url = message.text("url").orElse("");
        // a table that was sent without an id has its URL as such
        return new TableName(id.isEmpty() ? url : id, TableUrl.canonical(url));
    }

    /** @throws InputException when the message does not say which table it means */
    static TableName needed(SampMessage message) throws InputException {
        TableName name = of(message);
        if (name.id().isEmpty()) {
            throw new InputException(message.mtype() + " needs the parameter 'table-id' or 'url'");
        }
        return name;
    }

    boolean mayBe(TableName other) {
        return id.equals(other.id) || !url.isEmpty() && url.equals(other.url);
    }

    /** For people. */
    String words() {
        return url.equals(TableUrl.canonical(id)) ? "url " + id : "table-id " + id;
    }
}
