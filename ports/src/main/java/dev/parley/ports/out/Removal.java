package dev.parley.ports.out;

/** What removing something came to. */
public enum Removal {
    /** It is gone. */
    REMOVED,
    /** It was not there. */
    NOT_THERE,
    /** Something still uses it. */
    IN_USE
}
