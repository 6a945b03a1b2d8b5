package org.volans.example.photometry;

import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.NonNull;
import org.junit.jupiter.api.AfterEach;
import org.volans.api.geometry.Position;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.RowHandler;
import org.volans.sdk.contract.RowHandlerContract;
import org.volans.sdk.contract.Services;
import org.volans.sdk.testing.Events;
import org.volans.sdk.testing.StubServer;

/** The handler keeps what every row handler promises. */
class FluxesContractTest extends RowHandlerContract {

    private final StubServer server = StubServer.start().saysVotable(Answers.RADIO);

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected RowHandler handler(Services services) {
        FluxesAtPosition handler = new FluxesAtPosition();
        handler.http = services.http();
        handler.tables = services.tables();
        return handler;
    }

    @Override
    protected HandlerEvent.@NonNull Row accepted() {
        return Events.rowAt(new Position(240.484, 46.768));
    }

    @Override
    protected Optional<HandlerEvent.@NonNull Row> refused() {
        return Optional.of(Events.row(Events.table(Events.number("mag", "mag", "phot.mag")), 0));
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("service", server.url("/sed").toString());
    }
}
