package dev.parley.ports;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Strict reading of UUIDs: {@link UUID#fromString} alone takes shortened groups, and so gives one thing many names. */
final class Uuids {

    private static final int CANONICAL_LENGTH = 36;

    private Uuids() {}

    static Optional<UUID> parse(String text) {
        if (text.length() != CANONICAL_LENGTH) {
            return Optional.empty();
        }
        try {
            UUID uuid = UUID.fromString(text);
            return Optional.of(uuid).filter(u -> u.toString().equals(text.toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException notAUuid) {
            return Optional.empty();
        }
    }
}
