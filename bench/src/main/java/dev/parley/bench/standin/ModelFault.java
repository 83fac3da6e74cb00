package dev.parley.bench.standin;

/** What can go wrong when a model is asked. */
public enum ModelFault {
    /** Nothing. */
    NONE,
    /** It thinks for some seconds. */
    SLOW,
    /** 429 with Retry-After. */
    THROTTLED,
    /** 500. */
    BROKEN,
    /** It hangs up. */
    RESET,
    /** It says nothing for longer than anybody waits. */
    HANGING,
    /** It answers what is no answer. */
    GARBAGE
}
