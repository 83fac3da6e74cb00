package dev.parley.ports.message;

import dev.parley.ports.MessageId;

/** One logged text, in or out. */
public sealed interface Message permits InboundMessage, OutboundMessage {

    /** Whose it is, from whom and to whom. */
    MessageHeader header();

    /** What it says. */
    Content content();

    /** Its identity. */
    default MessageId id() {
        return header().id();
    }
}
