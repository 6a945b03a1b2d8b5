package org.volans.samp.internal;

/** What outlives a registration: who handles, who asks, what was said, who listens. */
record Exchanges(Handlers handlers, Outbox outbox, ExchangeLog log, Listeners listeners) {}
