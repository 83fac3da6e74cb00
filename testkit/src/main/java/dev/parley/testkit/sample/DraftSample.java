package dev.parley.testkit.sample;

import dev.parley.ports.ConversationId;
import dev.parley.ports.MessageId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.message.Content;
import dev.parley.ports.out.IdSource;
import dev.parley.ports.out.OutboundDraft;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

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
        return changed(c -> c.to = contact);
    }

    /** The same from that number. */
    public DraftSample from(PhoneNumber ours) {
        return changed(c -> c.from = Optional.of(ours));
    }

    /** The same from whatever number the provider chooses. */
    public DraftSample fromWhatTheProviderChooses() {
        return changed(c -> c.from = Optional.empty());
    }

    /** The same with other words. */
    public DraftSample saying(String body) {
        return saying(Samples.content(body));
    }

    /** The same with other content. */
    public DraftSample saying(Content content) {
        return changed(c -> c.content = content);
    }

    /** The same, written by a model. */
    public DraftSample byModel() {
        return changed(c -> c.generatedByLlm = true);
    }

    /** The same, beginning a conversation anew after so many days without a text. */
    public DraftSample idleReset(int days) {
        return changed(c -> c.idleResetDays = days);
    }

    /** The same, said at that time. */
    public DraftSample at(Instant moment) {
        return changed(c -> c.createdAt = moment);
    }

    private DraftSample changed(Consumer<Copy> change) {
        var copy = new Copy(draft);
        change.accept(copy);
        return new DraftSample(copy.of(draft));
    }

    /** What can be refined, while it is. */
    private static final class Copy {

        private Optional<PhoneNumber> from;
        private PhoneNumber to;
        private Content content;
        private boolean generatedByLlm;
        private int idleResetDays;
        private Instant createdAt;

        Copy(OutboundDraft draft) {
            from = draft.from();
            to = draft.to();
            content = draft.content();
            generatedByLlm = draft.generatedByLlm();
            idleResetDays = draft.idleResetDays();
            createdAt = draft.createdAt();
        }

        OutboundDraft of(OutboundDraft d) {
            return new OutboundDraft(
                    d.id(),
                    d.newConversation(),
                    d.organization(),
                    d.agent(),
                    d.connection(),
                    from,
                    to,
                    content,
                    generatedByLlm,
                    idleResetDays,
                    createdAt);
        }
    }
}
