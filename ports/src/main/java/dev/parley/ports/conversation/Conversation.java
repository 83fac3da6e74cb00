package dev.parley.ports.conversation;

import dev.parley.ports.Address;
import dev.parley.ports.AgentId;
import dev.parley.ports.AssignedNumberId;
import dev.parley.ports.ConversationId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * Our number and a contact: a window of turns. Immutable.
 *
 * @param id its identity
 * @param organization whose it is
 * @param agent who answered or sent first in it
 * @param assignedNumber our number's identity, when it was an assigned one
 * @param ourNumber our number
 * @param contact the other person
 * @param state who has the word
 * @param humanUntil when the word goes back to the agent by itself
 * @param lastMessageAt when the last text came or went
 * @param unansweredSince since when something of the contact waits for us; empty when nothing does
 * @param createdAt when it began
 */
public record Conversation(
        ConversationId id,
        OrganizationId organization,
        Optional<AgentId> agent,
        Optional<AssignedNumberId> assignedNumber,
        PhoneNumber ourNumber,
        Address contact,
        ConversationState state,
        Optional<Instant> humanUntil,
        Instant lastMessageAt,
        Optional<Instant> unansweredSince,
        Instant createdAt) {}
