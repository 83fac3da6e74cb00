package dev.parley.ports.notify;

import dev.parley.ports.AgentId;
import dev.parley.ports.DeliveryId;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One webhook of ours to a customer. Immutable; prints no payload.
 *
 * @param id its identity, the same over all attempts
 * @param organization whose it is
 * @param agent whose webhook is told
 * @param event what it is about, such as {@code message_received}
 * @param about the message that it is about
 * @param url where it goes
 * @param payload the JSON that is sent, the same over all attempts
 * @param status how far it is
 * @param attempts what was tried, oldest first
 * @param nextAttemptAt when it is tried next, when it is
 * @param createdAt when it was written down
 */
public record Delivery(
        DeliveryId id,
        OrganizationId organization,
        AgentId agent,
        String event,
        MessageId about,
        URI url,
        String payload,
        DeliveryStatus status,
        List<DeliveryAttempt> attempts,
        Optional<Instant> nextAttemptAt,
        Instant createdAt) {

    /** Copies the list. */
    public Delivery {
        attempts = List.copyOf(attempts);
    }

    /** Whom it tells. */
    public Endpoint endpoint() {
        return new Endpoint(organization, url);
    }

    @Override
    public String toString() {
        return "Delivery[" + id + ", " + event + ", " + status.word() + "]";
    }
}
