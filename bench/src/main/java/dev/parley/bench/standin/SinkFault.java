package dev.parley.bench.standin;

/** What can go wrong when a business is told of a text. */
public enum SinkFault {
    /** Nothing. */
    NONE,
    /** It takes some seconds. */
    SLOW,
    /** 500. */
    BROKEN,
    /** It hangs up after it has read. */
    RESET
}
