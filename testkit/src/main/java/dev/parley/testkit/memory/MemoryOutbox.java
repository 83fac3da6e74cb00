package dev.parley.testkit.memory;

import dev.parley.ports.Address;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.ConversationId;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.connection.AssignedNumber;
import dev.parley.ports.conversation.Conversation;
import dev.parley.ports.message.Failure;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.out.Begun;
import dev.parley.ports.out.LostSends;
import dev.parley.ports.out.OutboundDraft;
import dev.parley.ports.out.Outbox;
import dev.parley.ports.out.Resumed;
import dev.parley.ports.out.SendFate;
import dev.parley.ports.out.StatusReport;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import dev.parley.testkit.memory.Outgoing.Progress;
import java.time.Duration;
import java.util.Optional;

record MemoryOutbox(Memory memory) implements Outbox {

    private static final Progress LOST = Progress.of(MessageStatus.UNKNOWN, new Failure("unknown", "The provider's answer was lost."));
    static final Progress STOPPED = Progress.of(MessageStatus.SUPPRESSED, new Failure("opted_out", "The contact has opted out."));

    @Override
    public Begun begin(OutboundDraft draft) {
        return memory.atomically(() -> {
            if (memory.texts.exists(draft.id())) {
                return new Begun.Existing();
            }
            if (draft.from().filter(from -> isOptedOut(draft, from)).isPresent()) {
                return new Begun.OptedOut();
            }
            Outgoing text = Written.sending(draft);
            memory.texts.put(draft.from().map(from -> text.in(join(draft, from))).orElse(text));
            return new Begun.Sending(memory.work.begin(WorkKey.send(draft.organization(), draft.id())));
        });
    }

    @Override
    public Resumed resume(Claim claim) {
        return memory.atomically(() -> held(claim).map(text -> resume(claim, text)).orElseGet(Resumed.Over::new));
    }

    @Override
    public Leave mayLeave(Claim claim) {
        return memory.atomically(() -> held(claim).filter(_ -> memory.work.isLive(claim))
                .filter(text -> text.draft().from().filter(from -> isOptedOut(text.draft(), from)).isEmpty())
                .map(text -> isBehind(text) ? Leave.BEHIND : Leave.NOW)
                .orElse(Leave.STOPPED));
    }

    private boolean isBehind(Outgoing text) {
        return text.isReply() && memory.texts.outgoing()
                .filter(other -> other.isReply() && other.isToLeave() && other.place().isBefore(text.place()))
                .filter(other -> other.place().isAfter(memory.now().minus(FRESH)))
                .anyMatch(other -> other.message().header().conversation().equals(text.message().header().conversation()));
    }

    @Override
    public boolean finish(Claim claim, SendFate fate) {
        return memory.atomically(() -> {
            Optional<Outgoing> held = held(claim);
            held.ifPresentOrElse(text -> finish(claim, text, fate), () -> storeWhatIsTrue(claim, fate));
            return held.isPresent();
        });
    }

    @Override
    public void report(OrganizationId organization, ConnectionId connection, StatusReport report) {
        memory.atomically(() -> {
            if (memory.connection(organization, connection).isPresent()) {
                known(organization, connection, report).ifPresentOrElse(text -> learn(text, report),
                        () -> memory.parked.park(connection, report));
            }
        });
    }

    private Optional<Outgoing> held(Claim claim) {
        return memory.work.holds(claim) ? memory.texts.outgoing(claim.key().organization(), new MessageId(claim.key().subject()))
                : Optional.empty();
    }

    private Optional<Outgoing> known(OrganizationId organization, ConnectionId connection, StatusReport report) {
        return memory.texts.outgoing(c -> memory.areSiblings(c, connection), report.providerMessageId())
                .or(() -> report.messageId()
                        .flatMap(id -> memory.texts.outgoing(organization, id))
                        .filter(o -> memory.areSiblings(o.draft().connection(), connection)));
    }

    private Resumed resume(Claim claim, Outgoing text) {
        if (text.isInFlight()) {
            search(text);
            return over(claim, text.raised(LOST, memory.now()));
        }
        if (text.draft().from().filter(from -> isOptedOut(text.draft(), from)).isPresent()) {
            return over(claim, text.raised(STOPPED, memory.now()));
        }
        if (isBehind(text)) {
            return new Resumed.Behind();
        }
        Outgoing leaving = text.isToLeave() ? text.leaving() : text.inFlight(true);
        memory.texts.put(leaving);
        return new Resumed.Ready(leaving.message());
    }

    private Resumed over(Claim claim, Outgoing text) {
        memory.texts.put(text);
        memory.work.end(claim);
        return new Resumed.Over();
    }

    private void finish(Claim claim, Outgoing text, SendFate fate) {
        if (fate instanceof SendFate.Later(Duration delay, Failure failure)) {
            memory.texts.put(text.isToLeave() ? text.waiting(failure) : text.inFlight(false));
            memory.work.postpone(claim, delay);
            return;
        }
        memory.work.end(claim);
        switch (fate) {
            case SendFate.Sent sent -> sent(text, sent);
            case SendFate.Failed(Failure failure, boolean hasOptedOut) -> failed(text, failure, hasOptedOut);
            case SendFate.Unknown(Failure failure) -> {
                search(text);
                memory.texts.put(text.raised(Progress.of(MessageStatus.UNKNOWN, failure), memory.now()));
            }
            case SendFate.Later _ -> throw new AssertionError("dealt with above");
        }
    }

    /** Of a text whose fate is known by now, nothing. */
    private void search(Outgoing text) {
        if (text.message().status().rank() < MessageStatus.UNKNOWN.rank()) {
            memory.searches.put(text.id(), new Search(text.message().header().updatedAt(), 0, false));
            memory.work.makeDue(WorkKey.resolve(text.draft().organization(), text.id()), memory.now().plus(LostSends.FIRST_LOOK));
        }
    }

    private void storeWhatIsTrue(Claim claim, SendFate fate) {
        memory.texts.outgoing(claim.key().organization(), new MessageId(claim.key().subject())).ifPresent(text -> {
            if (fate instanceof SendFate.Sent sent) {
                sent(text, sent);
            } else if (fate instanceof SendFate.Failed(Failure failure, boolean hasOptedOut)
                    && text.message().status() == MessageStatus.UNKNOWN) {
                failed(text, failure, hasOptedOut);
            }
        });
    }

    private void learn(Outgoing text, StatusReport report) {
        boolean wasLost = text.message().status() == MessageStatus.UNKNOWN;
        apply(text, report);
        if (wasLost && memory.work.drop(WorkKey.resolve(text.draft().organization(), text.id()))) {
            memory.searches.remove(text.id());
        }
    }

    void sent(Outgoing text, SendFate.Sent sent) {
        Outgoing known = sent.from().map(from -> chosen(text, from)).orElse(text);
        Outgoing named = sent.segments().map(known::billed).orElse(known);
        for (String id : sent.providerIds()) {
            named = named.part(id, MessageStatus.SENT);
        }
        memory.texts.put(named.raised(Progress.of(MessageStatus.SENT), memory.now()));
        sent.providerIds()
                .stream()
                .flatMap(id -> memory.parked.take(c -> memory.areSiblings(c, text.draft().connection()), id).stream())
                .forEach(report -> memory.texts.outgoing(text.draft().organization(), text.id()).ifPresent(o -> apply(o, report)));
    }

    private Outgoing chosen(Outgoing text, Address from) {
        if (text.message().header().from().isPresent()) {
            return text;
        }
        Outgoing named = text.from(from);
        return from.phoneNumber().map(number -> named.in(join(text.draft(), number))).orElse(named);
    }

    private void failed(Outgoing text, Failure failure, boolean hasOptedOut) {
        memory.texts.put(text.raised(Progress.of(MessageStatus.FAILED, failure), memory.now()));
        if (hasOptedOut) {
            rememberOptOut(text);
        }
    }

    void apply(Outgoing text, StatusReport report) {
        Outgoing known = report.from().map(from -> chosen(text, from)).orElse(text).part(report.providerMessageId(), report.status());
        memory.texts.put(known.raised(new Progress(known.whole(), report.failure()), memory.now()));
        if (report.recipientOptedOut() && memory.optOuts.tell(text.draft().connection(), report.providerMessageId())) {
            rememberOptOut(known);
        }
    }

    private void rememberOptOut(Outgoing text) {
        text.message()
                .header()
                .from()
                .flatMap(Address::phoneNumber)
                .ifPresent(from -> memory.optOuts.add(text.draft().organization(), from, text.draft().to().e164(), memory.now()));
    }

    boolean isOptedOut(OutboundDraft draft, PhoneNumber from) {
        return memory.optOuts.holds(draft.organization(), from, draft.to().e164());
    }

    ConversationId join(OutboundDraft d, PhoneNumber from) {
        Optional<AssignedNumber> assigned = memory.number(d.organization(), from);
        Conversation conversation = memory.talks.join(new Talks.Meeting(
                d.organization(),
                from,
                Address.of(d.to()),
                d.agent(),
                assigned.map(AssignedNumber::id),
                d.idleResetDays(),
                d.createdAt()), d.newConversation());
        return conversation.id();
    }
}
