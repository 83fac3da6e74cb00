package dev.parley.core.send;

import dev.parley.ports.connection.Connection;
import dev.parley.ports.out.Outbox;
import dev.parley.ports.spi.OutboundText;
import java.time.Instant;

/**
 * A text on its way to the account that it goes through. Immutable.
 *
 * @param text the text
 * @param connection the account
 * @param since when it was to go: what is much later than that would surprise
 */
record Parcel(OutboundText text, Connection connection, Instant since) {

    boolean isStale(Instant now) {
        return now.isAfter(since.plus(Outbox.FRESH));
    }
}
