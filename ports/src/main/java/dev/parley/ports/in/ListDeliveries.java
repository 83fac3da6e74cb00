package dev.parley.ports.in;

import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.notify.Delivery;
import dev.parley.ports.notify.DeliveryFilter;

/** Lists webhooks of ours to customers. Thread-safe. */
@FunctionalInterface
public interface ListDeliveries {

    /** Those that fit, newest first. */
    Page<Delivery> list(OrganizationId organization, DeliveryFilter filter, PageRequest page);
}
