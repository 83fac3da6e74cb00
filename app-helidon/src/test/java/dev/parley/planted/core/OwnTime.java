package dev.parley.planted.core;

import java.time.Instant;

public record OwnTime(Instant at) {

    public static OwnTime now() {
        return new OwnTime(Instant.now());
    }
}
