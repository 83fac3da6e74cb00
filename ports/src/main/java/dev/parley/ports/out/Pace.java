package dev.parley.ports.out;

import dev.parley.ports.work.WorkKey;
import java.time.Duration;

/**
 * How a text waits for its turn. Immutable.
 *
 * @param lane with which others it waits, see {@link WorkKey#pace}
 * @param urgency who goes first
 * @param gap how far apart they go
 */
public record Pace(WorkKey lane, Urgency urgency, Duration gap) {

    /** Who goes first. */
    public enum Urgency {
        /** Somebody waits for an answer. */
        REPLY,
        /** Somebody asked for it to be sent now. */
        REQUEST,
        /** It was scheduled. */
        SCHEDULED
    }
}
