package dev.parley.ports.out;

import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.message.Failure;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKind;
import java.util.Optional;

/**
 * Texts of ours that wait for their time. Such a text belongs to no conversation before it is sent, and then was said at that
 * time. Each step is one transaction. Thread-safe.
 */
public interface Schedule {

    /**
     * Writes a text down as {@code scheduled}, and the work of kind {@link WorkKind#SCHEDULE} that is due at its time.
     *
     * @return false when a message of that id is there already; nothing was written
     */
    boolean add(ScheduledText text);

    /** The text that a claim is for; empty when the claim no longer holds. */
    Optional<ScheduledText> find(Claim claim);

    /**
     * Its time has come: makes it {@code sending}, in the conversation of its two numbers, or {@code suppressed} when the contact
     * has opted out. Either way the work of waiting is over.
     *
     * @param draft the text as it is to be sent; its time is when it is said
     * @return sending, with the claim to hand it over; opted out; or existing, when it was taken back or is no longer ours
     */
    Begun begin(Claim claim, OutboundDraft draft);

    /**
     * Its time has come, and it cannot be sent: it has {@code failed}.
     *
     * @return false when the claim no longer holds
     */
    boolean fail(Claim claim, Failure failure);

    /** Takes a text back, whoever holds it. Of those who send it and those who take it back, one is first and wins. */
    Cancellation cancel(OrganizationId organization, MessageId message);

    /** What taking back came to. */
    enum Cancellation {
        /** It is {@code canceled}. */
        CANCELED,
        /** It is there, and not scheduled, or no longer. */
        NOT_SCHEDULED,
        /** There is no such message. */
        NOT_THERE
    }
}
