package dev.parley.ports;

/** What a text that consists of one agreed word asks for. The word lists are core's. */
public enum Keyword {
    /** No more texts. */
    STOP,
    /** Texts again, after a stop. */
    START,
    /** Who is this, and how do I stop it? */
    HELP
}
