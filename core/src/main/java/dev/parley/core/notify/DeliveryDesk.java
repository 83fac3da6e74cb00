package dev.parley.core.notify;

import dev.parley.core.work.Dispatcher;
import dev.parley.core.world.World;
import dev.parley.ports.DeliveryId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.PageRequest;
import dev.parley.ports.Rejection;
import dev.parley.ports.Rejection.Kind;
import dev.parley.ports.Result;
import dev.parley.ports.in.ReplayDeliveries;
import dev.parley.ports.in.UseCases;
import dev.parley.ports.notify.Delivery;
import dev.parley.ports.notify.DeliveryFilter;
import dev.parley.ports.notify.Endpoint;
import dev.parley.ports.out.Deliveries;
import dev.parley.ports.work.WorkKey;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Webhooks of ours to customers: seeing them and having them made once more. Thread-safe. */
public final class DeliveryDesk {

    private final World world;
    private final Deliveries deliveries;
    private final Dispatcher dispatcher;

    /** Takes who sees to the deliveries. */
    public DeliveryDesk(World world, Dispatcher dispatcher) {
        this.world = world;
        this.deliveries = world.traffic().deliveries();
        this.dispatcher = dispatcher;
    }

    /** The use cases. */
    public UseCases.Deliveries useCases() {
        return new UseCases.Deliveries(deliveries::list, this::get, this::replay, this::replayAll);
    }

    private Result<Delivery> get(OrganizationId organization, DeliveryId id) {
        return deliveries.find(organization, id).map(Result::ok).orElseGet(DeliveryDesk::notFound);
    }

    private Result<Delivery> replay(OrganizationId organization, DeliveryId id) {
        return get(organization, id).then(
                delivery -> replay(delivery) ? get(organization, id)
                        : Result.rejected(
                                Rejection.of(
                                        Kind.CONFLICT,
                                        "endpoint_disabled",
                                        "The endpoint answered 410. Save the agent's inboundWebhookUrl again, then replay.")));
    }

    private Result<Integer> replayAll(OrganizationId organization, DeliveryFilter filter) {
        List<Delivery> fitting = fitting(organization, filter);
        if (fitting.size() > ReplayDeliveries.MOST) {
            return Result.rejected(
                    Rejection.of(
                            Kind.INVALID,
                            "too_many",
                            "More than " + ReplayDeliveries.MOST + " fit: narrow them down with since and until."));
        }
        return Result.ok((int) fitting.reversed().stream().filter(this::replay).count());
    }

    /** Newest first, one more than may be replayed at most. */
    private List<Delivery> fitting(OrganizationId organization, DeliveryFilter filter) {
        var found = new ArrayList<Delivery>();
        Optional<PageRequest> next = Optional.of(PageRequest.FIRST);
        while (next.isPresent() && found.size() <= ReplayDeliveries.MOST) {
            var page = deliveries.list(organization, filter, next.get());
            found.addAll(page.items());
            next = page.next().map(cursor -> new PageRequest(PageRequest.MAX, Optional.of(cursor)));
        }
        return found;
    }

    /** Whether it is being made once more: not when its endpoint is disabled. */
    private boolean replay(Delivery delivery) {
        URI url = url(delivery);
        boolean isEnabled = world.traffic().endpoints().health(new Endpoint(delivery.organization(), url)).disabledAt().isEmpty();
        if (isEnabled && deliveries.replay(delivery.organization(), delivery.id(), url)) {
            dispatcher.wake(WorkKey.notify(delivery.organization(), delivery.id()), Duration.ZERO);
        }
        return isEnabled;
    }

    /** Where its agent wants to be told now. */
    private URI url(Delivery delivery) {
        return world.setup()
                .agents()
                .find(delivery.organization(), delivery.agent())
                .flatMap(agent -> agent.config().inboundWebhookUrl())
                .orElse(delivery.url());
    }

    private static <T> Result<T> notFound() {
        return Result.rejected(Rejection.notFound("delivery"));
    }
}
