package dev.parley.ports.in;

import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.message.Message;
import dev.parley.ports.message.MessageFilter;

/** Lists messages. Thread-safe. */
public interface ListMessages {

    /**
     * Those that fit, newest first.
     */
    Page<Message> list(OrganizationId organization, MessageFilter filter, PageRequest page);
}
