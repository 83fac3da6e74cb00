package dev.parley.ports.organization;

import java.util.Arrays;
import java.util.Optional;

/** What an API key may do. */
public enum Scope {
    /** Send messages. */
    MESSAGES_SEND("messages:send"),
    /** Read messages, conversations, contacts, deliveries and usage. */
    MESSAGES_READ("messages:read"),
    /** Read and change agents, numbers, connections and contacts' consent. */
    AGENTS_WRITE("agents:write"),
    /** All of these, and keys. */
    ADMIN("admin"),
    /** Make and suspend organizations. */
    OPERATOR("operator");

    private final String word;

    Scope(String word) {
        this.word = word;
    }

    /** The scope as the API writes it. */
    public String word() {
        return word;
    }

    /** The scope of that word. */
    public static Optional<Scope> parse(String word) {
        return Arrays.stream(values()).filter(s -> s.word.equals(word)).findFirst();
    }

    /** Whether a key with this scope may do what {@code needed} stands for. */
    public boolean covers(Scope needed) {
        return this == needed || (this == ADMIN && needed != OPERATOR);
    }
}
