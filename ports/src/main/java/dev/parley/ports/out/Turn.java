package dev.parley.ports.out;

import dev.parley.ports.notify.Delivery;
import dev.parley.ports.notify.EndpointHealth;
import java.time.Instant;

/**
 * Everything that has to be known before a delivery is tried. Immutable.
 *
 * @param delivery which
 * @param tries how often it was tried since its schedule began
 * @param since when its schedule began: when it was made, or last replayed
 * @param isBehind whether an earlier delivery of the same conversation to the same endpoint is being tried, is due, or was never
 *        tried
 * @param health how its endpoint fares
 */
public record Turn(Delivery delivery, int tries, Instant since, boolean isBehind, EndpointHealth health) {}
