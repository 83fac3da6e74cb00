package dev.parley.ports.in;

import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Result;
import dev.parley.ports.message.Message;

/** Takes a scheduled text back. Thread-safe. */
public interface CancelText {

    /**
     * Takes it back, if its time has not come.
     *
     * @return the message, {@code canceled}; a conflict when it is no longer scheduled
     */
    Result<Message> cancel(OrganizationId organization, MessageId id);
}
