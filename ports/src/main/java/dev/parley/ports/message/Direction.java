package dev.parley.ports.message;

/** Which way a text went. */
public enum Direction {
    /** From the contact to us. */
    INBOUND,
    /** From us to the contact. */
    OUTBOUND
}
