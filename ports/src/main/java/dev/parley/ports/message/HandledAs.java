package dev.parley.ports.message;

import java.util.Locale;

/** What became of a text that came in: none goes unexplained. */
public enum HandledAs {
    /** A reply was made; see {@link InboundMessage#reply()}. */
    REPLIED,
    /** The business's webhook was told. */
    NOTIFIED,
    /** It was an opt-out. */
    OPT_OUT,
    /** It was an opt-in after an opt-out. */
    OPT_IN,
    /** It was a call for help that the provider answers. */
    HELP,
    /** A human has the conversation, or should. */
    HUMAN,
    /** The conversation has had as many replies as it may. */
    CAPPED,
    /** The agent does not answer, or nobody can be answered at that address. */
    OFF,
    /** It was tried and could not be done. */
    FAILED;

    /** The word as the API writes it, such as {@code opt_out}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
