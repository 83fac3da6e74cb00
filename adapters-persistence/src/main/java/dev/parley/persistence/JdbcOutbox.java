package dev.parley.persistence;

import dev.parley.ports.Address;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.ConversationId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.message.Failure;
import dev.parley.ports.message.MessageHeader;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.message.OutboundMessage;
import dev.parley.ports.out.Begun;
import dev.parley.ports.out.OutboundDraft;
import dev.parley.ports.out.Outbox;
import dev.parley.ports.out.Resumed;
import dev.parley.ports.out.SendFate;
import dev.parley.ports.out.StatusReport;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Texts of ours. Locks are taken in one order: work, conversation, message, parts. */
final class JdbcOutbox implements Outbox {

    private static final Progress ANSWER_LOST = Progress.failing(
            MessageStatus.UNKNOWN,
            new Failure("unknown", "The provider's answer was lost."));
    private static final Progress LEAVING = new Progress(MessageStatus.SENDING, Optional.empty());
    static final Progress OPTED_OUT = Progress.failing(
            MessageStatus.SUPPRESSED,
            new Failure("opted_out", "The contact has opted out."));

    private static final Sql EXISTS = Sql.of("Outbox.exists", """
            SELECT 1 AS found FROM message WHERE org_id = :org AND id = :id""");

    private static final Sql LOCK = Sql.of("Outbox.lock", """
            SELECT %s FROM message m WHERE m.org_id = :org AND m.id = :id FOR UPDATE""".formatted(MessageRows.COLUMNS));

    private static final Sql LOCK_UNKNOWN = Sql.of("Outbox.lockUnknown", """
            SELECT 1 AS found FROM message WHERE org_id = :org AND id = :id AND status = 'unknown' FOR UPDATE""");

    /** It surely did not leave: only then its rank may fall. */
    private static final Sql WAIT = Sql.of("Outbox.wait", """
            UPDATE message SET status = 'queued', status_rank = 1, error_code = :code, error_message = :words, updated_at = {now}
            WHERE org_id = :org AND id = :id AND status_rank <= 2""");

    private final Database database;
    private final WorkRows work;
    private final Together<Claim, Leave> leaving;
    private final Together<Finish, Boolean> taken;

    JdbcOutbox(Database database, WorkRows work) {
        this.database = database;
        this.work = work;
        leaving = new Together<>(
                database,
                Together.Step.of(
                        "Outbox.mayLeave",
                        c -> WorkRows.order(c.key()),
                        (tx, claims) -> Optional.of(Leaving.of(tx, claims)),
                        () -> Leave.STOPPED));
        taken = new Together<>(
                database,
                new Together.Step<>("Outbox.finish", f -> WorkRows.order(f.claim().key()), this::finishTaken, this::finish));
    }

    @Override
    public Begun begin(OutboundDraft draft) {
        Claim send = work.first(WorkKey.send(draft.organization(), draft.id()));
        return database.write("Outbox.begin", tx -> begin(tx, draft, send));
    }

    @Override
    public Resumed resume(Claim claim) {
        var isMarked = new AtomicBoolean();
        return database.write("Outbox.resume", tx -> {
            // The mark may be our own, from a commit whose answer was lost.
            Optional<Boolean> inFlight = work.lock(tx, claim).map(marked -> marked && !isMarked.get());
            Resumed resumed = inFlight.map(wasInFlight -> resume(tx, claim, wasInFlight)).orElseGet(Resumed.Over::new);
            isMarked.set(resumed instanceof Resumed.Ready);
            return resumed;
        });
    }

    @Override
    public Leave mayLeave(Claim claim) {
        return leaving.ask(claim);
    }

    @Override
    public boolean finish(Claim claim, SendFate fate) {
        var finish = new Finish(claim, fate);
        return finish.taken().isPresent() ? taken.ask(finish) : database.write("Outbox.finish", tx -> finish(tx, finish));
    }

    private boolean finish(Session tx, Finish finish) {
        Claim claim = finish.claim();
        boolean isOurs =
                finish.fate() instanceof SendFate.Later(Duration delay, _) ? work.tryLater(tx, claim, delay) : work.end(tx, claim);
        if (isOurs) {
            store(tx, MessageKey.of(claim), finish.fate());
        } else {
            storeWhatIsTrue(tx, MessageKey.of(claim), finish.fate());
        }
        return isOurs;
    }

    /** Nothing when one of the claims no longer holds, or a report about one of the texts was here first. */
    private Optional<List<Boolean>> finishTaken(Session tx, List<Finish> all) {
        boolean isDone = work.end(tx, all.stream().map(Finish::claim).toList())
                && Acceptances.storeAndName(tx, all.stream().flatMap(finish -> finish.taken().stream()).toList());
        return isDone ? Optional.of(all.stream().map(_ -> true).toList()) : Optional.empty();
    }

    @Override
    public void report(OrganizationId organization, ConnectionId connection, StatusReport report) {
        var reported = new Parts.Reported(organization, connection, report, report.messageId());
        database.write("Outbox.report", tx -> Reports.apply(tx, reported)).ifPresent(this::endSearch);
    }

    /** After the transaction, which has locked the message: work comes before it. Whoever has the work just now ends it himself. */
    private void endSearch(MessageKey text) {
        database.write("Outbox.endSearch", tx -> {
            boolean isDropped = WorkRows.drop(tx, WorkKey.resolve(text.organization(), text.id()));
            if (isDropped) {
                Searches.end(tx, text);
            }
            return isDropped;
        });
    }

    private Begun begin(Session tx, OutboundDraft d, Claim send) {
        Optional<ConversationId> conversation = d.from().map(ours -> Meetings.join(tx, meeting(d, ours), d.newConversation()).id());
        if (Consents.isOptedOut(tx, new Consents.OutboundText(d.organization(), d.connection(), d.from(), d.to().e164()))) {
            tx.undo();
            return MessageKey.of(send).on(tx, EXISTS).exists() ? new Begun.Existing() : new Begun.OptedOut();
        }
        if (!new MessageRows.Outbound(d, conversation, false).insert(tx)) {
            tx.undo();
            // Our own, from a commit whose answer was lost.
            return work.holds(tx, send) ? new Begun.Sending(send) : new Begun.Existing();
        }
        conversation.ifPresent(id -> Meetings.touch(tx, d.organization(), id, d.createdAt()));
        work.begin(tx, send);
        return new Begun.Sending(send);
    }

    private Resumed resume(Session tx, Claim claim, boolean wasInFlight) {
        MessageKey text = MessageKey.of(claim);
        OutboundMessage message = lock(tx, text).orElseThrow();
        if (wasInFlight) {
            Searches.begin(tx, work, text);
            ANSWER_LOST.raise(tx, text);
        } else if (isOptedOut(tx, message.header())) {
            OPTED_OUT.raise(tx, text);
        } else if (isToLeave(message) && Leaving.isBehind(tx, text)) {
            return new Resumed.Behind();
        } else if (isToLeave(message)) {
            work.markInFlight(tx, claim);
            return new Resumed.Ready(leave(tx, text));
        }
        work.end(tx, claim);
        return new Resumed.Over();
    }

    /** Somebody else has decided, not knowing what the provider said: its word holds. */
    private void storeWhatIsTrue(Session tx, MessageKey text, SendFate fate) {
        boolean isTrue = fate instanceof SendFate.Sent || (fate instanceof SendFate.Failed && text.on(tx, LOCK_UNKNOWN).exists());
        if (isTrue) {
            store(tx, text, fate);
        }
    }

    private void store(Session tx, MessageKey text, SendFate fate) {
        switch (fate) {
            case SendFate.Sent sent -> Acceptances.store(tx, text, sent);
            case SendFate.Later(_, Failure failure) -> text.on(tx, WAIT)
                    .set("code", failure.code())
                    .set("words", failure.message())
                    .run();
            case SendFate.Unknown(Failure failure) -> {
                Searches.begin(tx, work, text);
                Progress.failing(MessageStatus.UNKNOWN, failure).raise(tx, text);
            }
            case SendFate.Failed(Failure failure, boolean hasOptedOut) -> {
                Progress.failing(MessageStatus.FAILED, failure).raise(tx, text);
                if (hasOptedOut) {
                    Consents.optOutReceiver(tx, text);
                }
            }
        }
    }

    static Optional<OutboundMessage> lock(Session tx, MessageKey text) {
        return text.on(tx, LOCK).first(MessageRows::outbound);
    }

    static boolean isToLeave(OutboundMessage message) {
        return message.status() == MessageStatus.QUEUED || message.status() == MessageStatus.SENDING;
    }

    /** What waited is on its way now. */
    static OutboundMessage leave(Session tx, MessageKey text) {
        LEAVING.raise(tx, text);
        return lock(tx, text).orElseThrow();
    }

    static boolean isOptedOut(Session tx, MessageHeader header) {
        Optional<PhoneNumber> from = header.from().flatMap(Address::phoneNumber);
        return Consents.isOptedOut(
                tx,
                new Consents.OutboundText(header.organization(), header.connection(), from, header.to().value()));
    }

    static Meetings.Meeting meeting(OutboundDraft d, PhoneNumber ours) {
        return new Meetings.Meeting(d.organization(), ours, Address.of(d.to()), d.agent(), d.idleResetDays(), d.createdAt());
    }

    /** A send that is over, and what it came to. */
    private record Finish(Claim claim, SendFate fate) {

        /** The text, when its provider took it under one name from the number that we named: the usual end. */
        private Optional<Acceptances.Taken> taken() {
            return fate instanceof SendFate.Sent(var ids, var segments, var from) && ids.size() == 1 && from.isEmpty()
                    ? Optional.of(new Acceptances.Taken(MessageKey.of(claim), ids.getFirst(), segments))
                    : Optional.empty();
        }
    }
}
