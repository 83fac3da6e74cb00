package dev.parley.testkit.memory;

import dev.parley.ports.ConversationId;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.message.Failure;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.out.Begun;
import dev.parley.ports.out.OutboundDraft;
import dev.parley.ports.out.Schedule;
import dev.parley.ports.out.ScheduledText;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import dev.parley.testkit.memory.Outgoing.Progress;
import java.util.Optional;

record MemorySchedule(Memory memory) implements Schedule {

    @Override
    public boolean add(ScheduledText text) {
        return memory.atomically(() -> {
            OutboundDraft draft = text.text();
            boolean isNew = !memory.texts.exists(draft.id());
            if (isNew) {
                memory.texts.put(Written.scheduled(draft, text.at()));
                memory.scheduled.put(draft.id(), text);
                memory.work.makeDue(WorkKey.schedule(draft.organization(), draft.id()), text.at());
            }
            return isNew;
        });
    }

    @Override
    public Optional<ScheduledText> find(Claim claim) {
        return memory.atomically(() -> held(claim).map(Outgoing::id).map(memory.scheduled::get));
    }

    @Override
    public Begun begin(Claim claim, OutboundDraft draft) {
        return memory.atomically(() -> held(claim).map(text -> begin(claim, text, draft)).orElseGet(Begun.Existing::new));
    }

    @Override
    public boolean fail(Claim claim, Failure failure) {
        return memory.atomically(() -> {
            Optional<Outgoing> held = held(claim);
            held.ifPresent(text -> end(text, Progress.of(MessageStatus.FAILED, failure)));
            return held.isPresent();
        });
    }

    @Override
    public Cancellation cancel(OrganizationId organization, MessageId message) {
        return memory.atomically(() -> {
            if (memory.work.revoke(WorkKey.schedule(organization, message))) {
                memory.texts.outgoing(organization, message).ifPresent(text -> end(text, Progress.of(MessageStatus.CANCELED)));
                return Cancellation.CANCELED;
            }
            boolean isThere = memory.texts.all().anyMatch(m -> m.id().equals(message) && m.header().organization().equals(organization));
            return isThere ? Cancellation.NOT_SCHEDULED : Cancellation.NOT_THERE;
        });
    }

    private Begun begin(Claim claim, Outgoing text, OutboundDraft draft) {
        var outbox = new MemoryOutbox(memory);
        if (draft.from().filter(from -> outbox.isOptedOut(draft, from)).isPresent()) {
            end(text, MemoryOutbox.STOPPED);
            return new Begun.OptedOut();
        }
        memory.work.end(claim);
        memory.scheduled.remove(draft.id());
        Outgoing said = Written.said(text, draft);
        Optional<ConversationId> conversation = draft.from().map(from -> outbox.join(draft, from));
        memory.texts.put(conversation.map(said::in).orElse(said));
        return new Begun.Sending(memory.work.begin(WorkKey.send(draft.organization(), draft.id())));
    }

    private void end(Outgoing text, Progress progress) {
        memory.work.revoke(WorkKey.schedule(text.draft().organization(), text.id()));
        memory.scheduled.remove(text.id());
        memory.texts.put(text.raised(progress, memory.now()));
    }

    private Optional<Outgoing> held(Claim claim) {
        return memory.work.holds(claim) ? memory.texts.outgoing(claim.key().organization(), new MessageId(claim.key().subject()))
                : Optional.empty();
    }
}
