package dev.parley.ports.out;

import java.time.Duration;

/** What follows from an attempt of a delivery. */
public sealed interface DeliveryFate {

    /** It is delivered. */
    record Delivered() implements DeliveryFate {}

    /** It is given up. */
    record Dead() implements DeliveryFate {}

    /** It is given up, and its endpoint is disabled: it says that it is gone. */
    record Gone() implements DeliveryFate {}

    /**
     * It is tried again.
     *
     * @param delay in how long
     */
    record Retry(Duration delay) implements DeliveryFate {}
}
