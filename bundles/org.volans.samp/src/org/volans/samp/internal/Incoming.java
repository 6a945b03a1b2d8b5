package org.volans.samp.internal;

import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.volans.api.samp.SampClient;
import org.volans.api.samp.SampExchange;
import org.volans.api.samp.SampMessage;
import org.volans.api.samp.SampReply;

/**
 * A message that came.
 *
 * @param session  by which
 * @param exchange in the log
 * @param id       to answer it by; empty when its sender wants no reply
 */
record Incoming(Session session, SampExchange exchange, Optional<String> id) {

    SampMessage message() {
        return exchange.message();
    }

    /** Whom it is from, as far as is known by now. */
    SampClient sender() {
        return session.clients().resolve(exchange.peer().id());
    }

    /** Of its own: a handler that cancels its monitor cancels nothing else. */
    IProgressMonitor monitor() {
        return new NullProgressMonitor() {
            @Override
            public boolean isCanceled() {
                return super.isCanceled() || session.over();
            }
        };
    }

    /** Replies. */
    void answer(SampReply reply) {
        session.answer(this, reply);
    }

    /** Replies soon, and returns at once. */
    void answerLater(SampReply reply) {
        session.later(() -> answer(reply));
    }
}
