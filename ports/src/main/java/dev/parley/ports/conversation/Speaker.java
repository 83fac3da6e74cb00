package dev.parley.ports.conversation;

/** Who said something in a conversation. */
public enum Speaker {
    /** The other person. */
    CONTACT,
    /** Our agent: a model, or the words that it has ready. */
    AGENT,
    /** A program of the business, or a person there, in words of their own. */
    BUSINESS
}
