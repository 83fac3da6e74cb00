package dev.parley.twilio;

import dev.parley.ports.spi.SendOutcome;

/**
 * There is no answer that Twilio's library could read a message from. The way past it: what it throws itself names neither
 * the HTTP status nor the headers. Has no message and no stack trace, so that nothing shows in a log.
 */
final class NoMessage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient SendOutcome outcome;

    NoMessage(SendOutcome outcome) {
        super("", null, false, false);
        this.outcome = outcome;
    }

    /** What the send came to. */
    SendOutcome outcome() {
        return outcome;
    }
}
