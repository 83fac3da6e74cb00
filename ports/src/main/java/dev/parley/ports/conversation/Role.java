package dev.parley.ports.conversation;

/** Who speaks in a turn, as models name it. */
public enum Role {
    /** The contact. */
    USER,
    /** We, whoever of us wrote it. */
    ASSISTANT
}
