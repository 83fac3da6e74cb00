package dev.parley.ports.in;

import dev.parley.ports.OrganizationId;
import dev.parley.ports.Result;
import dev.parley.ports.notify.DeliveryFilter;

/** Has many webhooks of ours to customers made once more. Thread-safe. */
@FunctionalInterface
public interface ReplayDeliveries {

    /** The most that are replayed by one call. */
    int MOST = 1_000;

    /**
     * Replays those that fit, each as {@link ReplayDelivery} does, the oldest of them first; those of disabled endpoints are left
     * out.
     *
     * @return how many were replayed; refused, with none replayed, when more than {@link #MOST} fit
     */
    Result<Integer> replay(OrganizationId organization, DeliveryFilter filter);
}
