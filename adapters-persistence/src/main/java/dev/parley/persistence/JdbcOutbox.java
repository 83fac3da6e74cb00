package dev.parley.persistence;

import dev.parley.ports.Address;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.ConversationId;
import dev.parley.ports.MessageId;
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

/** Texts of ours. Locks are taken in one order: work, conversation, message, parts. */
record JdbcOutbox(Database database, WorkRows work) implements Outbox {

    private static final Progress ANSWER_LOST = Progress.failing(
            MessageStatus.UNKNOWN,
            new Failure("unknown", "The provider's answer was lost."));
    private static final Progress OPTED_OUT = Progress.failing(
            MessageStatus.SUPPRESSED,
            new Failure("opted_out", "The contact has opted out."));

    private static final Sql EXISTS = Sql.of("Outbox.exists", """
            SELECT 1 AS found FROM message WHERE org_id = :org AND id = :id""");

    private static final Sql LOCK = Sql.of("Outbox.lock", """
            SELECT %s FROM message m WHERE m.org_id = :org AND m.id = :id FOR UPDATE""".formatted(MessageRows.COLUMNS));

    private static final Sql LOCK_UNKNOWN = Sql.of("Outbox.lockUnknown", """
            SELECT 1 AS found FROM message WHERE org_id = :org AND id = :id AND status = 'unknown' FOR UPDATE""");

    private static final Sql LOCK_CARRIED = Sql.of("Outbox.lockCarried", """
            SELECT status FROM message WHERE org_id = :org AND id = :id AND connection_id = :connection AND direction = 'outbound'
            FOR UPDATE""");

    /** A row that is due is held by nobody, whoever had it last. */
    private static final Sql MAY_LEAVE = Sql.of("Outbox.mayLeave", """
            SELECT 1 AS found FROM work w
            JOIN message m ON m.org_id = w.org_id AND m.id = w.subject
            LEFT JOIN suppression s ON s.org_id = m.org_id AND s.our_number = m.from_address AND s.contact = m.contact
            WHERE w.kind = 'send' AND w.org_id = :org AND w.subject = :id AND w.epoch = :epoch AND w.held = TRUE AND w.due_at > {now}
              AND s.contact IS NULL""");

    private static final Sql WAIT = Sql.of("Outbox.wait", """
            UPDATE message SET error_code = :code, error_message = :words, updated_at = {now} WHERE org_id = :org AND id = :id""");

    @Override
    public Begun begin(OutboundDraft draft) {
        Claim send = work.first(WorkKey.send(draft.organization(), draft.id()));
        return database.write("Outbox.begin", tx -> begin(tx, draft, send));
    }

    @Override
    public Resumed resume(Claim claim) {
        return database.write(
                "Outbox.resume",
                tx -> work.lock(tx, claim).map(inFlight -> resume(tx, claim, inFlight)).orElseGet(Resumed.Over::new));
    }

    @Override
    public boolean mayLeave(Claim claim) {
        return database.read(
                "Outbox.mayLeave",
                session -> MessageKey.of(claim).on(session, MAY_LEAVE).set("epoch", claim.epoch()).exists());
    }

    @Override
    public boolean finish(Claim claim, SendFate fate) {
        return database.write("Outbox.finish", tx -> {
            boolean isOurs = fate instanceof SendFate.Later(Duration delay, _) ? work.tryLater(tx, claim, delay) : work.end(tx, claim);
            if (isOurs) {
                store(tx, MessageKey.of(claim), fate);
            } else {
                storeWhatIsTrue(tx, MessageKey.of(claim), fate);
            }
            return isOurs;
        });
    }

    @Override
    public void report(OrganizationId organization, ConnectionId connection, StatusReport report) {
        Optional<Known> told = database.write("Outbox.report", tx -> {
            var reported = new Parts.Reported(organization, connection, report, report.messageId());
            return about(tx, reported).or(() -> elsewhere(tx, reported));
        });
        told.filter(Known::isLost).map(Known::key).ifPresent(this::endSearch);
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

    /** The text may have gone through another connection to the same account, or may have no name yet: then whichever gives it one. */
    private static Optional<Known> elsewhere(Session tx, Parts.Reported reported) {
        List<Parts.Reported> others =
                Siblings.of(tx, reported.organization(), reported.connection()).stream().map(reported::through).toList();
        Optional<Known> found = others.stream().flatMap(other -> about(tx, other).stream()).findFirst();
        if (found.isEmpty()) {
            park(tx, reported);
            others.forEach(other -> park(tx, other));
        }
        return found;
    }

    /** Applies a report to the text of its connection that it is about; nothing when that connection knows none. */
    private static Optional<Known> about(Session tx, Parts.Reported reported) {
        noteSender(tx, reported);
        Optional<Known> known = reported.report().messageId().flatMap(id -> carried(tx, reported, id)).or(() -> known(tx, reported));
        known.ifPresent(text -> {
            long optOuts = Parts.optOuts(tx, text.key());
            reported.about(Optional.of(text.key().id())).note(tx);
            follow(tx, reported, text.key(), optOuts);
        });
        return known;
    }

    /** Looks again: the text may have got its name since, and then nobody else will come to read the report. */
    private static void park(Session tx, Parts.Reported reported) {
        reported.about(Optional.empty()).note(tx);
        known(tx, reported).ifPresent(text -> follow(tx, reported, text.key(), 0));
    }

    private static void follow(Session tx, Parts.Reported reported, MessageKey text, long optOuts) {
        if (Progress.follow(tx, text, optOuts)) {
            Progress.name(tx, text, reported.report().providerMessageId());
        } else {
            // The name is that of another message of the same words, by a search: what has a name keeps it.
            reported.named(tx).ifPresent(owner -> Progress.follow(tx, new MessageKey(reported.organization(), owner), Long.MAX_VALUE));
        }
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
        OutboundMessage message = text.on(tx, LOCK).first(MessageRows::outbound).orElseThrow();
        if (wasInFlight) {
            Searches.begin(tx, work, text);
            ANSWER_LOST.raise(tx, text);
        } else if (isOptedOut(tx, message.header())) {
            OPTED_OUT.raise(tx, text);
        } else if (message.status() == MessageStatus.SENDING) {
            work.markInFlight(tx, claim);
            return new Resumed.Ready(message);
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

    private static void noteSender(Session tx, Parts.Reported reported) {
        StatusReport report = reported.report();
        report.from().ifPresent(from -> report.messageId().or(() -> reported.named(tx)).ifPresent(id -> {
            Acceptances.reportSender(tx, new MessageKey(reported.organization(), id), reported.connection(), from);
        }));
    }

    private static Optional<Known> known(Session tx, Parts.Reported reported) {
        return reported.named(tx).flatMap(id -> carried(tx, reported, id));
    }

    private static Optional<Known> carried(Session tx, Parts.Reported reported, MessageId id) {
        var key = new MessageKey(reported.organization(), id);
        return key.on(tx, LOCK_CARRIED)
                .set("connection", reported.connection())
                .first(row -> new Known(key, row.word("status", MessageStatus.class) == MessageStatus.UNKNOWN));
    }

    static boolean isOptedOut(Session tx, MessageHeader header) {
        Optional<PhoneNumber> from = header.from().flatMap(Address::phoneNumber);
        return Consents.isOptedOut(
                tx,
                new Consents.OutboundText(header.organization(), header.connection(), from, header.to().value()));
    }

    private static Meetings.Meeting meeting(OutboundDraft d, PhoneNumber ours) {
        return new Meetings.Meeting(d.organization(), ours, Address.of(d.to()), d.agent(), d.idleResetDays(), d.createdAt());
    }

    /**
     * A text that a report is about.
     *
     * @param key which
     * @param isLost whether nobody knew before the report whether it went
     */
    private record Known(MessageKey key, boolean isLost) {}
}
