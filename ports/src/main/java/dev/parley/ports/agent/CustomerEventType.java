package dev.parley.ports.agent;

import java.util.Locale;

/** Events beside {@code message_received} that an agent can send to its webhook. Off unless asked for. */
public enum CustomerEventType {
    /** The status of a message changed. */
    MESSAGE_STATUS,
    /** A conversation went to a human. */
    CONVERSATION_HANDED_OFF,
    /** A contact opted out. */
    CONTACT_OPTED_OUT;

    /** The event as the API writes it, such as {@code message_status}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
