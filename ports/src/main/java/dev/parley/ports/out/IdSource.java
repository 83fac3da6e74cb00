package dev.parley.ports.out;

import java.util.UUID;

/** Where new identities come from. Thread-safe. */
public interface IdSource {

    /** One that was never given before, random enough not to be guessed, and growing with time so that it is cheap to index. */
    UUID next();
}
