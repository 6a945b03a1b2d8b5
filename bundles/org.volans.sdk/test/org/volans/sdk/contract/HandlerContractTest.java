package org.volans.sdk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jdt.annotation.NonNull;
import org.junit.jupiter.api.Test;
import org.volans.api.VoException;
import org.volans.api.geometry.Position;
import org.volans.api.handler.Handler;
import org.volans.api.handler.HandlerContext;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerResult;
import org.volans.api.handler.RowHandler;
import org.volans.api.net.HttpAnswer;
import org.volans.api.net.HttpCall;
import org.volans.api.net.HttpService;
import org.volans.api.table.PositionColumns;
import org.volans.sdk.testing.Events;
import org.volans.sdk.testing.StubServer;
import uk.ac.starlink.table.StarTable;

/** Every promise that a handler breaks is found, and a good one passes. */
class HandlerContractTest {

    /** Asks a service for words about the position. */
    static class Good implements RowHandler {

        final HttpService http;
        final URI url;

        Good(HttpService http, URI url) {
            this.http = http;
            this.url = url;
        }

        @Override
        public boolean accepts(HandlerEvent.Row event) {
            return PositionColumns.of(event.table().table()).isPresent();
        }

        @Override
        public List<HandlerResult> handle(HandlerEvent.Row event, HandlerContext context, IProgressMonitor monitor)
                throws VoException {
            event.position();
            return List.of(new HandlerResult.Text("it says: " + words(monitor)));
        }

        String words(IProgressMonitor monitor) throws VoException {
            try (HttpAnswer answer = http.send(HttpCall.get(url), monitor)) {
                return answer.text(100);
            } catch (IOException e) {
                return "nothing";
            }
        }
    }

    /** The contract for a handler that is made by each test anew. */
    abstract static class Base extends RowHandlerContract {

        @Override
        protected HandlerEvent.@NonNull Row accepted() {
            return Events.rowAt(new Position(10, 20));
        }

        @Override
        protected Optional<HandlerEvent.@NonNull Row> refused() {
            return Optional.of(Events.row(Events.table(), 0));
        }

        @Override
        protected Map<String, Object> properties() {
            return Map.of(Handler.ID, "org.example.good", Handler.LABEL, "Words", Handler.RULE, "from=samp radius=3");
        }

        @Override
        protected RowHandler handler(Services services) {
            return handler(services.http(), server().url("/"));
        }

        RowHandler handler(HttpService http, URI url) {
            return new Good(http, url);
        }

        private static StubServer server() {
            return SERVER.says("text/plain", "hello");
        }
    }

    private static final StubServer SERVER = StubServer.start();

    static final class GoodIsGood extends Base {
        // as it is
    }

    @Test
    void aGoodHandlerPasses() {
        assertThat(Contracts.failures(GoodIsGood.class)).isEmpty();
    }

    static final class Nameless extends Base {

        @Override
        protected Map<String, Object> properties() {
            return Map.of(Handler.ID, "good", Handler.RULE, "radius");
        }

        @Override
        protected Map<String, String> settings() {
            return Map.of();
        }
    }

    @Test
    void idLabelAndRule() {
        assertThat(Contracts.failures(Nameless.class)).containsKey("saysWhoItIs");
    }

    static final class Curious extends Base {

        @Override
        RowHandler handler(HttpService http, URI url) {
            return new Good(http, url) {
                @Override
                public boolean accepts(HandlerEvent.Row event) {
                    try {
                        words(new NullProgressMonitor());
                        return scan(event.table().table()) && super.accepts(event);
                    } catch (VoException e) {
                        return false;
                    }
                }
            };
        }

        private static boolean scan(StarTable table) {
            try (var rows = table.getRowSequence()) {
                return rows.next() || table.getColumnCount() >= 0;
            } catch (IOException e) {
                return false;
            }
        }
    }

    @Test
    void acceptsThatWaits() {
        assertThat(Contracts.failures(Curious.class)).containsOnlyKeys("acceptsAtOnce");
    }

    static final class Nervous extends Base {

        @Override
        RowHandler handler(HttpService http, URI url) {
            return new Good(http, url) {
                @Override
                public boolean accepts(HandlerEvent.Row event) {
                    return !String.valueOf(
                                    event.table().table().getColumnInfo(0).getName())
                            .isEmpty();
                }
            };
        }
    }

    @Test
    void acceptsThatThrows() {
        assertThat(Contracts.failures(Nervous.class)).containsKeys("answersAboutStrangeEvents", "refusesOthers");
    }

    static final class Deaf extends Base {

        @Override
        RowHandler handler(HttpService http, URI url) {
            return new Good(http, url) {
                @Override
                String words(IProgressMonitor monitor) throws VoException {
                    return super.words(new NullProgressMonitor());
                }
            };
        }
    }

    @Test
    void monitorThatIsNotHandedOn() {
        assertThat(Contracts.failures(Deaf.class)).containsOnlyKeys("stopsWhenCancelled");
    }

    static final class Stubborn extends Base {

        @Override
        RowHandler handler(HttpService http, URI url) {
            return new Good(http, url) {
                @Override
                String words(IProgressMonitor monitor) throws VoException {
                    try {
                        return super.words(monitor);
                    } catch (OperationCanceledException e) {
                        return "never mind";
                    }
                }
            };
        }
    }

    @Test
    void cancellingThatIsSwallowed() {
        assertThat(Contracts.failures(Stubborn.class)).containsOnlyKeys("stopsWhenCancelled");
    }

    static final class Rude extends Base {

        @Override
        RowHandler handler(HttpService http, URI url) {
            return new Good(http, url) {
                @Override
                String words(IProgressMonitor monitor) throws VoException {
                    try {
                        String words = super.words(monitor);
                        return words.equals("hello") ? words : words.substring(words.indexOf("ello") + 1000);
                    } catch (VoException e) {
                        throw new IllegalStateException(e);
                    }
                }
            };
        }
    }

    @Test
    void failuresThatAreNoVoException() {
        assertThat(Contracts.failures(Rude.class)).containsOnlyKeys("survivesDeadServices", "survivesLyingServices");
    }

    static final class Empty extends Base {

        @Override
        RowHandler handler(HttpService http, URI url) {
            return new Good(http, url) {
                @Override
                public List<HandlerResult> handle(
                        HandlerEvent.Row event, HandlerContext context, IProgressMonitor monitor) throws VoException {
                    event.position();
                    return List.of(new HandlerResult.Warning(" "));
                }
            };
        }
    }

    @Test
    void resultsThatSayNothing() {
        assertThat(Contracts.failures(Empty.class)).containsOnlyKeys("givesResults");
    }

    static final class Forgetful extends Base {

        @Override
        RowHandler handler(HttpService http, URI url) {
            return new Good(http, url) {
                private final List<String> seen = new ArrayList<>();

                @Override
                public List<HandlerResult> handle(
                        HandlerEvent.Row event, HandlerContext context, IProgressMonitor monitor) throws VoException {
                    synchronized (seen) {
                        seen.add("once");
                        return seen.size() > 2 ? List.of() : super.handle(event, context, monitor);
                    }
                }
            };
        }
    }

    @Test
    void resultsThatDependOnOtherThreads() {
        assertThat(Contracts.failures(Forgetful.class)).containsOnlyKeys("worksForSeveralThreads");
    }
}
