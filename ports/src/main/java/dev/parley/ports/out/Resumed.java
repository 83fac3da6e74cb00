package dev.parley.ports.out;

import dev.parley.ports.message.OutboundMessage;

/** What taking a send up again came to. */
public sealed interface Resumed {

    /**
     * It surely was not handed over, and is ours to send now.
     *
     * @param message which
     */
    record Ready(OutboundMessage message) implements Resumed {}

    /** It has not left, and does not yet: see {@link Outbox.Leave#BEHIND}. The claim holds on. */
    record Behind() implements Resumed {}

    /** There is nothing to send: its fate is unknown now, it was suppressed, or it is no longer ours. */
    record Over() implements Resumed {}
}
