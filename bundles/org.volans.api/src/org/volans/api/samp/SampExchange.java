package org.volans.api.samp;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A message that went to or came from another program, with what became of it.
 *
 * @param number   counts in the order in which they began
 * @param time     when it was sent or came
 * @param sent     whether it went out from here
 * @param peer     the program at the other end
 * @param message  what was said
 * @param answered whether the sender wants a reply
 * @param reply    empty as long as there is none, and for ever when none is wanted and all went well
 * @param duration from the message to the reply, or to the end of the work where no reply is wanted
 */
public record SampExchange(
        long number,
        Instant time,
        boolean sent,
        SampClient peer,
        SampMessage message,
        boolean answered,
        Optional<SampReply> reply,
        Optional<Duration> duration) {}
