package dev.parley.ports.in;

import dev.parley.ports.Result;
import dev.parley.ports.message.OutboundMessage;

/** Sends a text of ours. Thread-safe. */
public interface SendText {

    /**
     * Sends it, and waits at most 15 seconds for the provider; or only writes it down, when it is to be sent later.
     *
     * @return the message as far as it got; or why nothing was sent. When the provider refused, the refusal is about a
     *         message that is logged as failed
     */
    Result<OutboundMessage> send(SendCommand command);
}
