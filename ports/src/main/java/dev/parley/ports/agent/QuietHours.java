package dev.parley.ports.agent;

import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When an agent does not text on its own account. Holds for sends by API and schedule, never for an answer. Immutable.
 *
 * @param timezone where {@code from} and {@code to} are meant; the contact's own zone wins
 * @param from the first quiet minute
 * @param to the first minute that is not quiet any more; earlier than {@code from} when the night lies between
 * @param action what becomes of a text in that time
 */
public record QuietHours(ZoneId timezone, LocalTime from, LocalTime to, Action action) {

    /** What becomes of a text in quiet hours. */
    public enum Action {
        /** It waits until they are over. */
        DEFER,
        /** It is not sent. */
        SUPPRESS
    }
}
