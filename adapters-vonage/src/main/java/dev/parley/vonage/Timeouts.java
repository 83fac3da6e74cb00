package dev.parley.vonage;

import java.time.Duration;

/**
 * How long to wait for Vonage.
 *
 * @param connect until there is a connection
 * @param answer until the answer is there to its last byte, connecting included
 */
record Timeouts(Duration connect, Duration answer) {

    /** Three of these answers fit into the 30 s for which a send is leased. */
    static final Timeouts USUAL = new Timeouts(Duration.ofSeconds(3), Duration.ofSeconds(10));
}
