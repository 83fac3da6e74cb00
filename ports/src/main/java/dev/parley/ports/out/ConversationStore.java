package dev.parley.ports.out;

import dev.parley.ports.ConversationId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.conversation.Conversation;
import dev.parley.ports.conversation.ConversationFilter;
import dev.parley.ports.conversation.Turn;
import java.util.List;
import java.util.Optional;

/** Reads conversations. Thread-safe. */
public interface ConversationStore {

    /** The one of that id. */
    Optional<Conversation> find(OrganizationId organization, ConversationId id);

    /** Those that fit, newest first. */
    Page<Conversation> list(OrganizationId organization, ConversationFilter filter, PageRequest page);

    /**
     * What was said between two numbers in the conversation that is still going on.
     *
     * @param idleResetDays after how many days without a text a conversation is over; 0 for never
     * @param most how many turns are wanted, the latest
     * @return oldest first; nothing when no conversation is going on
     */
    List<Turn> ongoing(OrganizationId organization, NumberPair numbers, int idleResetDays, int most);

    /**
     * Two numbers that text each other.
     *
     * @param ours our number
     * @param contact the contact's
     */
    record NumberPair(PhoneNumber ours, PhoneNumber contact) {}
}
