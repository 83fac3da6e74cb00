package dev.parley.core.intake;

import dev.parley.ports.connection.Connection;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import java.time.Instant;

/**
 * A text, or a part of one, that came in.
 *
 * @param connection what brought it
 * @param text the text
 * @param at when it came
 * @param isTooOld whether that is too long ago for an answer by a machine
 */
record Received(Connection connection, InboundText text, Instant at, boolean isTooOld) {

    /** One that is answered like any other. */
    Received(Connection connection, InboundText text, Instant at) {
        this(connection, text, at, false);
    }
}
