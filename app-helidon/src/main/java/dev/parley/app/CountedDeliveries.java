package dev.parley.app;

import dev.parley.ports.DeliveryId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.notify.Delivery;
import dev.parley.ports.notify.DeliveryAttempt;
import dev.parley.ports.notify.DeliveryFilter;
import dev.parley.ports.out.Deliveries;
import dev.parley.ports.out.DeliveryFate;
import dev.parley.ports.out.Turn;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Deliveries that tell somebody about every fate that is stored.
 *
 * @param deliveries the deliveries
 * @param told who is told
 */
record CountedDeliveries(Deliveries deliveries, Consumer<DeliveryFate> told) implements Deliveries {

    @Override
    public Opened open(Claim lane, List<Delivery> opened) {
        return deliveries.open(lane, opened);
    }

    @Override
    public Optional<Delivery> find(Claim claim) {
        return deliveries.find(claim);
    }

    @Override
    public Optional<Turn> turn(Claim claim) {
        return deliveries.turn(claim);
    }

    @Override
    public boolean record(Claim claim, DeliveryAttempt attempt, DeliveryFate fate) {
        boolean isStored = deliveries.record(claim, attempt, fate);
        if (isStored) {
            told.accept(fate);
        }
        return isStored;
    }

    @Override
    public Optional<Delivery> find(OrganizationId organization, DeliveryId id) {
        return deliveries.find(organization, id);
    }

    @Override
    public Page<Delivery> list(OrganizationId organization, DeliveryFilter filter, PageRequest page) {
        return deliveries.list(organization, filter, page);
    }

    @Override
    public boolean replay(OrganizationId organization, DeliveryId id, URI url) {
        return deliveries.replay(organization, id, url);
    }

    @Override
    public Optional<WorkKey> callNext(Delivery done) {
        return deliveries.callNext(done);
    }
}
