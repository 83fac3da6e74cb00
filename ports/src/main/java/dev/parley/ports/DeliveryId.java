package dev.parley.ports;

import java.util.Optional;
import java.util.UUID;

/**
 * Names a delivery: one webhook of ours to a customer. Immutable.
 *
 * @param value the identity as the outside writes it, in the lower-case form of RFC 9562
 */
public record DeliveryId(UUID value) {

    /**
     * Reads an identity that came from outside.
     *
     * @param text what was sent as an id
     * @return empty when the text is not a UUID in its canonical form, and so names nothing
     */
    public static Optional<DeliveryId> parse(String text) {
        return Uuids.parse(text).map(DeliveryId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
