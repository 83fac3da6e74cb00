package dev.parley.ports.in;

import dev.parley.ports.DeliveryId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Result;
import dev.parley.ports.notify.Delivery;

/** Has a webhook of ours to a customer made once more. Thread-safe. */
@FunctionalInterface
public interface ReplayDelivery {

    /**
     * Begins the schedule of a delivery anew, whatever became of it, under the same identity and with the same payload. It goes to
     * where its agent wants to be told now; to where it went before when that agent is gone or wants nothing any more.
     *
     * @return the delivery as it is now; refused when the endpoint is disabled
     */
    Result<Delivery> replay(OrganizationId organization, DeliveryId id);
}
