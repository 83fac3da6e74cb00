package dev.parley.ports.out;

import dev.parley.ports.work.Claim;

/** What beginning a send came to. */
public sealed interface Begun {

    /**
     * It is durable as {@code sending}, and ours to send.
     *
     * @param send the claim to send it
     */
    record Sending(Claim send) implements Begun {}

    /** The contact has opted out of texts from this number; nothing was written. */
    record OptedOut() implements Begun {}

    /** A message of that id is there already; nothing was written. */
    record Existing() implements Begun {}
}
