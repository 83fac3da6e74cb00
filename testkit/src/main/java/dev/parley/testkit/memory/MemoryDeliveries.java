package dev.parley.testkit.memory;

import dev.parley.ports.DeliveryId;
import dev.parley.ports.message.HandledAs;
import dev.parley.ports.notify.Delivery;
import dev.parley.ports.notify.DeliveryAttempt;
import dev.parley.ports.notify.DeliveryStatus;
import dev.parley.ports.out.Deliveries;
import dev.parley.ports.out.DeliveryFate;
import dev.parley.ports.out.Release;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

final class MemoryDeliveries implements Deliveries {

    private final Memory memory;
    private final Map<DeliveryId, Delivery> all = new HashMap<>();

    MemoryDeliveries(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Opened open(Claim claim, List<Delivery> deliveries) {
        return memory.atomically(() -> {
            var lane = new Lane(memory, claim);
            if (!lane.isOurs()) {
                return new Opened(List.of(), Release.FENCED);
            }
            memory.texts.handle(lane.conversation(), deliveries.stream().map(Delivery::about).toList(),
                    Texts.Handling.without(HandledAs.NOTIFIED, memory.now()));
            lane.recount();
            List<Claim> claims = deliveries.stream().map(this::begin).toList();
            return new Opened(claims, lane.release());
        });
    }

    @Override
    public Optional<Delivery> find(Claim claim) {
        return memory.atomically(() -> held(claim));
    }

    @Override
    public boolean record(Claim claim, DeliveryAttempt attempt, DeliveryFate fate) {
        return memory.atomically(() -> {
            Optional<Delivery> held = held(claim);
            held.ifPresent(d -> all.put(d.id(), follow(claim, d, attempt, fate)));
            return held.isPresent();
        });
    }

    private Claim begin(Delivery delivery) {
        all.put(delivery.id(), delivery);
        return memory.work.begin(WorkKey.notify(delivery.organization(), delivery.id()));
    }

    private Optional<Delivery> held(Claim claim) {
        return memory.work.holds(claim) ? Optional.ofNullable(all.get(new DeliveryId(claim.key().subject()))) : Optional.empty();
    }

    private Delivery follow(Claim claim, Delivery delivery, DeliveryAttempt attempt, DeliveryFate fate) {
        return switch (fate) {
            case DeliveryFate.Delivered() -> over(claim, delivery, attempt, DeliveryStatus.DELIVERED);
            case DeliveryFate.Dead() -> over(claim, delivery, attempt, DeliveryStatus.DEAD);
            case DeliveryFate.Retry(Duration delay) -> again(claim, delivery, attempt, delay);
        };
    }

    private Delivery over(Claim claim, Delivery d, DeliveryAttempt attempt, DeliveryStatus status) {
        memory.work.end(claim);
        return new Delivery(
                d.id(),
                d.organization(),
                d.agent(),
                d.event(),
                d.about(),
                d.url(),
                d.payload(),
                status,
                attempts(d, attempt),
                Optional.empty(),
                d.createdAt());
    }

    private Delivery again(Claim claim, Delivery d, DeliveryAttempt attempt, Duration delay) {
        memory.work.postpone(claim, delay);
        return new Delivery(
                d.id(),
                d.organization(),
                d.agent(),
                d.event(),
                d.about(),
                d.url(),
                d.payload(),
                DeliveryStatus.PENDING,
                attempts(d, attempt),
                Optional.of(memory.now().plus(delay)),
                d.createdAt());
    }

    private static List<DeliveryAttempt> attempts(Delivery delivery, DeliveryAttempt last) {
        return Stream.concat(delivery.attempts().stream(), Stream.of(last)).toList();
    }
}
