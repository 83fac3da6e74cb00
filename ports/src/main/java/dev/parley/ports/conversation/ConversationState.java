package dev.parley.ports.conversation;

/** Who has the word in a conversation. */
public enum ConversationState {
    /** The agent. */
    AI,
    /** A human: the agent stays silent. */
    HUMAN,
    /** Nobody any more: a newer conversation of the same two numbers took its place. */
    CLOSED
}
