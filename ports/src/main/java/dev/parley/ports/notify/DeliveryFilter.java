package dev.parley.ports.notify;

import java.time.Instant;
import java.util.Optional;

/**
 * Which deliveries are wanted; what is empty does not matter. Immutable.
 *
 * @param status how far they are
 * @param since made then or later
 * @param until made before then
 */
public record DeliveryFilter(Optional<DeliveryStatus> status, Optional<Instant> since, Optional<Instant> until) {

    /** All of them. */
    public static final DeliveryFilter ALL = new DeliveryFilter(Optional.empty(), Optional.empty(), Optional.empty());
}
