package dev.parley.testkit.sample;

import dev.parley.ports.ConversationId;
import dev.parley.ports.MessageId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.message.Content;
import dev.parley.ports.out.IdSource;
import dev.parley.ports.out.OutboundDraft;
import java.time.Instant;
import java.util.Optional;

/**
 * A text of ours, to be refined: {@code samples.draft(tenant).to(contact).saying("Hi").draft()}. Unless told otherwise it goes
 * from the tenant's number to a new contact, says "Hi there" and was not written by a model. Immutable.
 *
 * @param draft the text as it stands
 */
public record DraftSample(OutboundDraft draft) {

    static DraftSample of(Tenant tenant, PhoneNumber contact, IdSource ids, Instant at) {
        return new DraftSample(
                new OutboundDraft(
                        new MessageId(ids.next()),
                        new ConversationId(ids.next()),
                        tenant.id(),
                        Optional.of(tenant.agent().id()),
                        tenant.connection().id(),
                        Optional.of(tenant.ours()),
                        contact,
                        Samples.content("Hi there"),
                        false,
                        tenant.agent().config().limits().idleResetDays(),
                        at));
    }

    /** The same to that contact. */
    public DraftSample to(PhoneNumber contact) {
        OutboundDraft d = draft;
        return new DraftSample(
                new OutboundDraft(
                        d.id(),
                        d.newConversation(),
                        d.organization(),
                        d.agent(),
                        d.connection(),
                        d.from(),
                        contact,
                        d.content(),
                        d.generatedByLlm(),
                        d.idleResetDays(),
                        d.createdAt()));
    }

    /** The same from that number. */
    public DraftSample from(PhoneNumber ours) {
        OutboundDraft d = draft;
        return new DraftSample(
                new OutboundDraft(
                        d.id(),
                        d.newConversation(),
                        d.organization(),
                        d.agent(),
                        d.connection(),
                        Optional.of(ours),
                        d.to(),
                        d.content(),
                        d.generatedByLlm(),
                        d.idleResetDays(),
                        d.createdAt()));
    }

    /** The same from whatever number the provider chooses. */
    public DraftSample fromWhatTheProviderChooses() {
        OutboundDraft d = draft;
        return new DraftSample(
                new OutboundDraft(
                        d.id(),
                        d.newConversation(),
                        d.organization(),
                        d.agent(),
                        d.connection(),
                        Optional.empty(),
                        d.to(),
                        d.content(),
                        d.generatedByLlm(),
                        d.idleResetDays(),
                        d.createdAt()));
    }

    /** The same with other words. */
    public DraftSample saying(String body) {
        return saying(Samples.content(body));
    }

    /** The same with other content. */
    public DraftSample saying(Content content) {
        OutboundDraft d = draft;
        return new DraftSample(
                new OutboundDraft(
                        d.id(),
                        d.newConversation(),
                        d.organization(),
                        d.agent(),
                        d.connection(),
                        d.from(),
                        d.to(),
                        content,
                        d.generatedByLlm(),
                        d.idleResetDays(),
                        d.createdAt()));
    }

    /** The same, written by a model. */
    public DraftSample byModel() {
        OutboundDraft d = draft;
        return new DraftSample(
                new OutboundDraft(
                        d.id(),
                        d.newConversation(),
                        d.organization(),
                        d.agent(),
                        d.connection(),
                        d.from(),
                        d.to(),
                        d.content(),
                        true,
                        d.idleResetDays(),
                        d.createdAt()));
    }

    /** The same, beginning a conversation anew after so many days without a text. */
    public DraftSample idleReset(int days) {
        OutboundDraft d = draft;
        return new DraftSample(
                new OutboundDraft(
                        d.id(),
                        d.newConversation(),
                        d.organization(),
                        d.agent(),
                        d.connection(),
                        d.from(),
                        d.to(),
                        d.content(),
                        d.generatedByLlm(),
                        days,
                        d.createdAt()));
    }
}
