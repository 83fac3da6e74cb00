package dev.parley.core.simulation;

import dev.parley.ports.DeliveryId;
import dev.parley.ports.notify.Delivery;
import dev.parley.ports.notify.DeliveryAttempt;
import dev.parley.ports.out.CustomerWebhooks;
import dev.parley.ports.out.Deliveries;
import dev.parley.ports.out.DeliveryFate;
import dev.parley.ports.out.Turn;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Mistakes with webhooks to customers. */
final class DeliveryMistakes {

    private DeliveryMistakes() {}

    /** Gives each try of a delivery a name of its own. */
    static @Nullable Object rename(Step step) {
        return step.is(CustomerWebhooks.class, "post") && step.args().get(0) instanceof Delivery delivery ? step.with(renamed(delivery))
                : step.go();
    }

    /** Counts a delivery as made before it is. */
    static @Nullable Object countEarly(Step step) {
        Object result = step.go();
        if (step.is(Deliveries.class, "turn") && result instanceof Optional<?> found && found.orElse(null) instanceof Turn turn) {
            var attempt = new DeliveryAttempt(turn.delivery().createdAt(), Optional.of(200), Optional.empty(), "");
            step.also("record", List.of(step.args().get(0), attempt, new DeliveryFate.Delivered()));
        }
        return result;
    }

    private static Delivery renamed(Delivery d) {
        var name = new DeliveryId(new UUID(d.attempts().size() + 1L, d.id().value().getLeastSignificantBits()));
        return new Delivery(
                name,
                d.organization(),
                d.agent(),
                d.event(),
                d.about(),
                d.url(),
                d.payload(),
                d.status(),
                d.attempts(),
                d.nextAttemptAt(),
                d.createdAt());
    }
}
