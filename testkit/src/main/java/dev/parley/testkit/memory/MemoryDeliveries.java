package dev.parley.testkit.memory;

import dev.parley.ports.Cursor;
import dev.parley.ports.DeliveryId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.message.HandledAs;
import dev.parley.ports.notify.Delivery;
import dev.parley.ports.notify.DeliveryAttempt;
import dev.parley.ports.notify.DeliveryFilter;
import dev.parley.ports.notify.DeliveryStatus;
import dev.parley.ports.notify.Endpoint;
import dev.parley.ports.notify.EndpointHealth;
import dev.parley.ports.out.Deliveries;
import dev.parley.ports.out.DeliveryFate;
import dev.parley.ports.out.Release;
import dev.parley.ports.out.Turn;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

final class MemoryDeliveries implements Deliveries {

    private final Memory memory;
    private final Map<DeliveryId, DeliveryRow> all = new HashMap<>();

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
            List<Claim> claims = deliveries.stream().map(d -> begin(DeliveryRow.first(d, lane.conversation()))).toList();
            return new Opened(claims, lane.release());
        });
    }

    @Override
    public Optional<Delivery> find(Claim claim) {
        return memory.atomically(() -> held(claim).map(DeliveryRow::delivery));
    }

    @Override
    public Optional<Turn> turn(Claim claim) {
        return memory.atomically(() -> held(claim).map(this::turn));
    }

    @Override
    public Optional<Delivery> find(OrganizationId organization, DeliveryId id) {
        return memory.atomically(() -> of(organization).filter(r -> r.delivery().id().equals(id)).findFirst().map(this::shown));
    }

    @Override
    public Page<Delivery> list(OrganizationId organization, DeliveryFilter filter, PageRequest page) {
        return memory.atomically(() -> Pages.cut(
                of(organization).map(this::shown).filter(d -> fits(d, filter)),
                d -> new Cursor(d.createdAt(), d.id().value()),
                page));
    }

    @Override
    public boolean replay(OrganizationId organization, DeliveryId id, URI url) {
        return memory.atomically(() -> {
            Optional<DeliveryRow> found = of(organization).filter(r -> r.delivery().id().equals(id)).findFirst();
            found.ifPresent(row -> {
                all.put(id, row.anew(url, memory.now()));
                memory.work.makeDueUnlessHeld(key(row), memory.now());
            });
            return found.isPresent();
        });
    }

    @Override
    public boolean record(Claim claim, DeliveryAttempt attempt, DeliveryFate fate) {
        return memory.atomically(() -> {
            Optional<DeliveryRow> held = held(claim);
            held.ifPresent(row -> all.put(row.delivery().id(), follow(claim, row.tried(attempt), fate)));
            return held.isPresent();
        });
    }

    @Override
    public Optional<WorkKey> callNext(Delivery done) {
        return memory.atomically(() -> Optional.ofNullable(all.get(done.id())).flatMap(this::callBehind));
    }

    private Optional<WorkKey> callBehind(DeliveryRow done) {
        Optional<WorkKey> next = pending().filter(done::isBefore)
                .min(DeliveryRow.OLDEST_FIRST)
                .filter(row -> row.delivery().nextAttemptAt().isEmpty())
                .map(MemoryDeliveries::key);
        next.ifPresent(key -> memory.work.makeDueUnlessHeld(key, memory.now()));
        return next;
    }

    /** Under the lock: makes everything that waits for an endpoint due, the oldest first, so many a second. */
    void release(Endpoint endpoint, int perSecond) {
        List<DeliveryRow> waiting =
                pending().filter(r -> r.delivery().endpoint().equals(endpoint)).sorted(DeliveryRow.OLDEST_FIRST).toList();
        for (int i = 0; i < waiting.size(); i++) {
            memory.work.makeDueUnlessHeld(key(waiting.get(i)), memory.now().plusSeconds(i / perSecond));
        }
    }

    private Claim begin(DeliveryRow row) {
        all.put(row.delivery().id(), row);
        return memory.work.begin(key(row));
    }

    private Optional<DeliveryRow> held(Claim claim) {
        return memory.work.holds(claim) ? Optional.ofNullable(all.get(new DeliveryId(claim.key().subject()))) : Optional.empty();
    }

    private Turn turn(DeliveryRow row) {
        boolean isBehind = pending().filter(other -> other.isBefore(row)).anyMatch(this::keepsOthersWaiting);
        EndpointHealth health = memory.health(row.delivery().endpoint());
        return new Turn(row.delivery(), row.delivery().attempts().size() - row.replayedAfter(), row.since(), isBehind, health);
    }

    private boolean keepsOthersWaiting(DeliveryRow row) {
        return row.delivery().nextAttemptAt().isEmpty() || memory.work.isHeldOrDue(key(row));
    }

    private DeliveryRow follow(Claim claim, DeliveryRow tried, DeliveryFate fate) {
        return switch (fate) {
            case DeliveryFate.Delivered() -> over(claim, tried, DeliveryStatus.DELIVERED);
            case DeliveryFate.Dead() -> over(claim, tried, DeliveryStatus.DEAD);
            case DeliveryFate.Gone() -> {
                Endpoint endpoint = tried.delivery().endpoint();
                EndpointHealth before = memory.health(endpoint);
                Optional<Instant> since = before.disabledAt().or(() -> Optional.of(memory.now()));
                memory.endpoints.put(endpoint, new EndpointHealth(before.failures(), before.pausedUntil(), since));
                yield over(claim, tried, DeliveryStatus.DEAD);
            }
            case DeliveryFate.Retry(Duration delay) -> {
                memory.work.postpone(claim, delay);
                yield tried.again(memory.now().plus(delay));
            }
        };
    }

    private DeliveryRow over(Claim claim, DeliveryRow tried, DeliveryStatus status) {
        memory.work.end(claim);
        return tried.over(status);
    }

    private Delivery shown(DeliveryRow row) {
        return row.shown(new DeliveryRow.Next(memory.work.due(key(row))));
    }

    private Stream<DeliveryRow> of(OrganizationId organization) {
        return all.values().stream().filter(r -> r.delivery().organization().equals(organization));
    }

    private Stream<DeliveryRow> pending() {
        return all.values().stream().filter(r -> r.delivery().status() == DeliveryStatus.PENDING);
    }

    private static boolean fits(Delivery d, DeliveryFilter filter) {
        return filter.status().map(s -> s == d.status()).orElse(true)
                && filter.since().map(s -> !d.createdAt().isBefore(s)).orElse(true)
                && filter.until().map(d.createdAt()::isBefore).orElse(true);
    }

    private static WorkKey key(DeliveryRow row) {
        return WorkKey.notify(row.delivery().organization(), row.delivery().id());
    }
}
