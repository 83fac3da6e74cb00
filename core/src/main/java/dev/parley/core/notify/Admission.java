package dev.parley.core.notify;

import java.time.Duration;

/** Whether a delivery may be tried now. */
sealed interface Admission {

    /** It may. Whoever was let in has to leave again. */
    record In() implements Admission {}

    /**
     * Not yet.
     *
     * @param delay in how long it may ask again
     */
    record Wait(Duration delay) implements Admission {}

    /**
     * Not before its endpoint is back.
     *
     * @param delay in how long it may ask again, should nobody call it
     */
    record Paused(Duration delay) implements Admission {}

    /**
     * Not any more.
     *
     * @param why in words that a customer may see
     */
    record Over(String why) implements Admission {}
}
