package dev.parley.ports.connection;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.spi.Media;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An authentic text that no agent could take. Immutable; does not print the text.
 *
 * @param id its identity
 * @param organization whose connection brought it
 * @param connection which connection brought it
 * @param providerMessageId the provider's name for it; unique within its connection
 * @param from who sent it
 * @param to to whom, as the provider says
 * @param body the text
 * @param media what came with it
 * @param reason a word: {@code unknown_number} or {@code no_agent}
 * @param receivedAt when it came in
 */
public record QuarantinedText(
        UUID id,
        OrganizationId organization,
        ConnectionId connection,
        String providerMessageId,
        String from,
        String to,
        String body,
        List<Media> media,
        String reason,
        Instant receivedAt) {

    /** Copies the list. */
    public QuarantinedText {
        media = List.copyOf(media);
    }

    @Override
    public String toString() {
        return "QuarantinedText[" + id + ", " + reason + "]";
    }
}
