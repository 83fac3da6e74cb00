package dev.parley.ports.out;

/** What is left in a lane that was given back. */
public enum Release {
    /** Nothing is unanswered. */
    EMPTY,
    /** Something came in meanwhile: the lane is due again. */
    MORE_WAITS,
    /** The lane was no longer ours; nothing was changed. */
    FENCED
}
