package dev.parley.ports.out;

import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import java.time.Instant;

/** Opt-outs in force. The transactions that send look for themselves; this is for answers before that. Thread-safe. */
public interface Suppressions {

    /** Whether a contact has opted out of texts from our number. */
    boolean isOptedOut(OrganizationId organization, PhoneNumber ours, String contact);

    /** Writes an opt-out down; one that is there already keeps its time. */
    void optOut(OrganizationId organization, PhoneNumber ours, String contact, Event event);

    /** Lifts an opt-out, if there is one. */
    void optIn(OrganizationId organization, PhoneNumber ours, String contact, Event event);

    /**
     * What changed a consent.
     *
     * @param source what said so, such as {@code text:STOP}
     * @param at when
     */
    record Event(String source, Instant at) {}
}
