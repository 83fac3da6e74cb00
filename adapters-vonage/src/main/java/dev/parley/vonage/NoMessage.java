package dev.parley.vonage;

import dev.parley.ports.spi.SendOutcome;

/**
 * There is no answer that names a message. The way past Vonage's library: what it throws itself names neither the headers nor, of
 * the SMS API, the HTTP status, and is logged with the text in it. Has no message and no stack trace, so that nothing shows in a log.
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
