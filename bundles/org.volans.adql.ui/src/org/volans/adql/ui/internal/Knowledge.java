package org.volans.adql.ui.internal;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.volans.adql.ui.internal.assist.Surroundings;
import org.volans.adql.ui.internal.meta.Known;
import org.volans.adql.ui.internal.meta.ServiceMeta;
import org.volans.api.adql.AdqlContext;
import org.volans.api.adql.AdqlService;
import org.volans.api.adql.TableUse;
import org.volans.api.table.SchemaMeta;
import org.volans.ui.services.ServiceEntry;

/** What is known of an editor's service and uploads. Safe from any thread. */
final class Knowledge implements Surroundings {

    private final AdqlService adql;
    private final ServiceMeta metadata;
    private final Supplier<SchemaMeta> uploads;
    private volatile Optional<ServiceEntry> service = Optional.empty();
    private volatile String text = "";

    Knowledge(AdqlService adql, ServiceMeta metadata, Supplier<SchemaMeta> uploads) {
        this.adql = adql;
        this.metadata = metadata;
        this.uploads = uploads;
    }

    /** Whom the query is for. */
    Optional<ServiceEntry> chosen() {
        return service;
    }

    void choose(Optional<ServiceEntry> chosen) {
        service = chosen;
    }

    /** The text as it is now. */
    String text() {
        return text;
    }

    void text(String now) {
        text = now;
    }

    @Override
    public Known known() {
        Optional<ServiceEntry> of = service;
        if (of.isEmpty()) {
            return Known.NOTHING;
        }
        URI url = of.get().url();
        List<String> tables = adql.tables(text).stream()
                .filter(t -> t.upload().isEmpty())
                .map(TableUse::written)
                .toList();
        metadata.want(url, tables);
        return metadata.now(url);
    }

    @Override
    public AdqlContext context() {
        return service.map(s -> metadata.now(s.url()).context())
                .orElse(AdqlContext.NONE)
                .withSchema(uploads.get());
    }

    @Override
    public String service() {
        return service.map(ServiceEntry::name).orElse("");
    }
}
