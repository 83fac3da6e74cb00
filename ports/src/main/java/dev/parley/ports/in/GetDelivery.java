package dev.parley.ports.in;

import dev.parley.ports.DeliveryId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Result;
import dev.parley.ports.notify.Delivery;

/** Reads one webhook of ours to a customer. Thread-safe. */
@FunctionalInterface
public interface GetDelivery {

    /** The one of that id. */
    Result<Delivery> get(OrganizationId organization, DeliveryId id);
}
