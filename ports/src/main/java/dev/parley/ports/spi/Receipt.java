package dev.parley.ports.spi;

/** What became of a webhook with us. */
public enum Receipt {
    /** It is durable, or it was before: nothing is lost if we die now. */
    STORED,
    /** It is genuine but could not be stored: it should be sent again. */
    NOT_STORED,
    /** It cannot be told whether it is genuine, see {@link Verdict.Undecided}: it should be sent again. */
    UNDECIDED,
    /** It is not genuine. */
    REFUSED
}
