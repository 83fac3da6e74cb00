package dev.parley.app.http;

import dev.parley.ports.AgentId;
import dev.parley.ports.Cursor;
import dev.parley.ports.DeliveryId;
import dev.parley.ports.MessageId;
import dev.parley.ports.Result;
import dev.parley.ports.in.UseCases;
import dev.parley.ports.notify.Delivery;
import dev.parley.ports.notify.DeliveryAttempt;
import dev.parley.ports.notify.DeliveryFilter;
import dev.parley.ports.notify.DeliveryStatus;
import dev.parley.ports.out.IdSource;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Deliveries in memory; what a replay comes to can be said. */
final class FakeDeliveries {

    final Shelf<DeliveryId, Delivery> all = new Shelf<>(
            "delivery",
            Delivery::organization,
            Delivery::id,
            d -> new Cursor(d.createdAt(), d.id().value()));
    final List<DeliveryFilter> filters = new CopyOnWriteArrayList<>();
    final List<DeliveryFilter> replayed = new CopyOnWriteArrayList<>();
    volatile Function<Delivery, Result<Delivery>> replaying = Result::ok;

    private final IdSource ids;
    private final TestClock clock;

    FakeDeliveries(IdSource ids, TestClock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    UseCases.Deliveries useCases() {
        return new UseCases.Deliveries((organization, filter, page) -> {
            filters.add(filter);
            return all.page(organization, page);
        }, all::find, (organization, id) -> all.find(organization, id).then(d -> replaying.apply(d)), (organization, filter) -> {
            replayed.add(filter);
            return Result.ok(2);
        });
    }

    /** One that was answered once, and once not. */
    Delivery dead() {
        clock.advance(Duration.ofSeconds(1));
        return all.put(
                new Delivery(
                        new DeliveryId(ids.next()),
                        FakeCore.DEFAULT,
                        new AgentId(ids.next()),
                        "message_received",
                        new MessageId(ids.next()),
                        URI.create("https://customer.example/texts?key=1"),
                        "{\"event\":\"message_received\",\"body\":\"Hi\"}",
                        DeliveryStatus.DEAD,
                        List.of(
                                new DeliveryAttempt(clock.instant(), Optional.of(500), Optional.empty(), "oops"),
                                new DeliveryAttempt(clock.instant(), Optional.empty(), Optional.of("timed out"), "")),
                        Optional.empty(),
                        clock.instant()));
    }
}
