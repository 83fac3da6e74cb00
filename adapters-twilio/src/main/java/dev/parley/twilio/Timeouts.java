package dev.parley.twilio;

import java.time.Duration;

/**
 * How long to wait for Twilio.
 *
 * @param connect until there is a connection
 * @param answer until the answer is there to its last byte, connecting included
 */
record Timeouts(Duration connect, Duration answer) {

    /** Three of these answers fit into the 30 s for which a send is leased. */
    static final Timeouts USUAL = new Timeouts(Duration.ofSeconds(3), Duration.ofSeconds(10));

    /** Somebody waits for the answers to several questions. */
    static final Timeouts LOOKING = new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(4));
}
