package dev.parley.ports.out;

import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.message.Message;
import dev.parley.ports.message.MessageFilter;
import java.util.Optional;

/** Reads messages. Thread-safe. */
public interface MessageStore {

    /** The one of that id. */
    Optional<Message> find(OrganizationId organization, MessageId id);

    /** Those that fit, newest first. */
    Page<Message> list(OrganizationId organization, MessageFilter filter, PageRequest page);
}
