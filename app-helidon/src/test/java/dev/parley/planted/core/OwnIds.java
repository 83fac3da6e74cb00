package dev.parley.planted.core;

import java.util.UUID;

public record OwnIds(UUID id) {

    public static OwnIds next() {
        return new OwnIds(UUID.randomUUID());
    }
}
