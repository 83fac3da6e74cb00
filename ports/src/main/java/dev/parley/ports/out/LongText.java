package dev.parley.ports.out;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import java.util.List;

/**
 * What has come of a text that comes in parts. Immutable.
 *
 * @param connection which connection brought it
 * @param parts at least one, by index, and of the same index by the time at which they came; some may be missing
 */
public record LongText(ConnectionId connection, List<InboundText> parts) {

    /** Copies the list, and refuses a text of no parts. */
    public LongText {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a text has at least one part");
        }
    }
}
