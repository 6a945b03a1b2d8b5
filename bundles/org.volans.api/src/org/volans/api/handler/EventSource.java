package org.volans.api.handler;

import org.osgi.annotation.versioning.ProviderType;
import org.volans.api.samp.SampClient;

/** Where an event comes from. */
@ProviderType
public sealed interface EventSource {

    /** For people. */
    String name();

    /** The user did it in this program. */
    record Here() implements EventSource {

        @Override
        public String name() {
            return "Volans";
        }
    }

    /**
     * Another program told us.
     *
     * @param mtype of its message
     */
    record Program(SampClient client, String mtype) implements EventSource {

        @Override
        public String name() {
            return client.name();
        }
    }

    /**
     * A handler made it.
     *
     * @param handler its id
     * @param cause   what it had handled
     */
    record Made(String handler, HandlerEvent cause) implements EventSource {

        @Override
        public String name() {
            return cause.source().name();
        }
    }
}
