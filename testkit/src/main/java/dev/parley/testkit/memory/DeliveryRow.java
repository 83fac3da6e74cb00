package dev.parley.testkit.memory;

import dev.parley.ports.ConversationId;
import dev.parley.ports.notify.Delivery;
import dev.parley.ports.notify.DeliveryAttempt;
import dev.parley.ports.notify.DeliveryStatus;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A delivery as it is kept. Its next attempt is empty as long as it was never tried.
 *
 * @param delivery the delivery
 * @param conversation about which conversation
 * @param replayedAfter how many attempts were made before the schedule began anew
 * @param since when its schedule began
 */
record DeliveryRow(Delivery delivery, ConversationId conversation, int replayedAfter, Instant since) {

    /** When it is tried next, if it is. */
    record Next(Optional<Instant> at) {

        static final Next NONE = new Next(Optional.empty());

        static Next at(Instant time) {
            return new Next(Optional.of(time));
        }
    }

    static final Comparator<DeliveryRow> OLDEST_FIRST =
            Comparator.<DeliveryRow, Instant>comparing(r -> r.delivery.createdAt()).thenComparing(r -> r.delivery.id().toString());

    static DeliveryRow first(Delivery d, ConversationId conversation) {
        return new DeliveryRow(changed(d, d.url(), d.status(), Next.NONE), conversation, 0, d.createdAt());
    }

    DeliveryRow tried(DeliveryAttempt attempt) {
        List<DeliveryAttempt> attempts = Stream.concat(delivery.attempts().stream(), Stream.of(attempt)).toList();
        return with(
                new Delivery(
                        delivery.id(),
                        delivery.organization(),
                        delivery.agent(),
                        delivery.event(),
                        delivery.about(),
                        delivery.url(),
                        delivery.payload(),
                        delivery.status(),
                        attempts,
                        delivery.nextAttemptAt(),
                        delivery.createdAt()));
    }

    DeliveryRow over(DeliveryStatus status) {
        return with(changed(delivery, delivery.url(), status, Next.NONE));
    }

    DeliveryRow again(Instant next) {
        return with(changed(delivery, delivery.url(), DeliveryStatus.PENDING, Next.at(next)));
    }

    DeliveryRow anew(URI url, Instant now) {
        Delivery replayed = changed(delivery, url, DeliveryStatus.PENDING, Next.at(now));
        return new DeliveryRow(replayed, conversation, delivery.attempts().size(), now);
    }

    /** As it is shown: with the time at which work has it due. */
    Delivery shown(Next due) {
        return changed(delivery, delivery.url(), delivery.status(), due);
    }

    /** Whether they are told of one conversation in order, and this one comes first. */
    boolean isBefore(DeliveryRow other) {
        return conversation.equals(other.conversation)
                && delivery.endpoint().equals(other.delivery.endpoint())
                && OLDEST_FIRST.compare(this, other) < 0;
    }

    private DeliveryRow with(Delivery changed) {
        return new DeliveryRow(changed, conversation, replayedAfter, since);
    }

    private static Delivery changed(Delivery d, URI url, DeliveryStatus status, Next next) {
        return new Delivery(
                d.id(),
                d.organization(),
                d.agent(),
                d.event(),
                d.about(),
                url,
                d.payload(),
                status,
                d.attempts(),
                next.at(),
                d.createdAt());
    }
}
