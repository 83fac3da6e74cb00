package dev.parley.bench.standin;

/** What can go wrong when a provider is given a text. */
public enum SendFault {
    /** Nothing. */
    NONE,
    /** It sends, but hangs up without an answer. */
    TAKEN_AND_SILENT,
    /** It sends, but says that it failed. */
    TAKEN_AND_BROKEN,
    /** It sends, but answers after whoever asked has given up. */
    TAKEN_AND_LATE,
    /** It hangs up and sends nothing. */
    DROPPED,
    /** It says that it was asked too often, and sends nothing. */
    THROTTLED
}
