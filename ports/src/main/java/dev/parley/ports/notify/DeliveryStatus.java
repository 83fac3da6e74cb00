package dev.parley.ports.notify;

import java.util.Locale;

/** How far a delivery is. */
public enum DeliveryStatus {
    /** It is to be tried, perhaps again. */
    PENDING,
    /** The customer took it. */
    DELIVERED,
    /** It was given up; it can be replayed. */
    DEAD;

    /** The status as the API writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
