package dev.parley.ports.in;

import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Result;
import dev.parley.ports.message.Message;

/** Reads one message. Thread-safe. */
public interface GetMessage {

    /**
     * The one of that id.
     */
    Result<Message> get(OrganizationId organization, MessageId id);
}
