package org.volans.api.inquiry;

import org.osgi.annotation.versioning.ConsumerType;

/** Where it is written down what happens on the way to a result, as it happens. Called from any thread. */
@ConsumerType
public interface Journal {

    /** Writes nothing down. */
    Journal NONE = new Journal() {
        @Override
        public void add(Exchange exchange) {
            // not wanted
        }

        @Override
        public void note(String text) {
            // not wanted
        }

        @Override
        public void warn(String text) {
            // not wanted
        }
    };

    /** A service has been asked. */
    void add(Exchange exchange);

    /** One line that is worth knowing. */
    void note(String text);

    /** One line on what the result has to do without. */
    void warn(String text);
}
