package dev.parley.persistence;

import dev.parley.ports.Address;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.ConversationId;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.message.Failure;
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
import java.util.Optional;

/** Texts of ours. Locks are taken in one order: work, conversation, message, parts. */
record JdbcOutbox(Database database, WorkRows work) implements Outbox {

    private static final Failure ANSWER_LOST = new Failure("unknown", "The provider's answer was lost.");
    private static final Failure OPTED_OUT = new Failure("opted_out", "The contact has opted out.");

    private static final Sql EXISTS = Sql.of("Outbox.exists", """
            SELECT 1 AS found FROM message WHERE org_id = :org AND id = :id""");

    private static final Sql LOCK = Sql.of("Outbox.lock", """
            SELECT %s FROM message m WHERE m.org_id = :org AND m.id = :id FOR UPDATE""".formatted(MessageRows.COLUMNS));

    private static final Sql LOCK_CARRIED = Sql.of("Outbox.lockCarried", """
            SELECT id FROM message WHERE org_id = :org AND id = :id AND connection_id = :connection AND direction = 'outbound'
            FOR UPDATE""");

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
                tx -> work.lock(tx, claim)
                        .map(inFlight -> resume(tx, claim, inFlight))
                        .orElseGet(
                                Resumed.Over::new));
    }

    @Override
    public boolean finish(Claim claim, SendFate fate) {
        OrganizationId organization = claim.key().organization();
        var id = new MessageId(claim.key().subject());
        return database.write("Outbox.finish", tx -> switch (fate) {
            case SendFate.Later(Duration delay, Failure failure) -> work.postpone(tx, claim, delay) && waits(tx, organization, id, failure);
            case SendFate.Sent sent -> work.end(tx, claim) && Acceptances.store(tx, organization, id, sent);
            case SendFate.Failed(Failure failure, boolean hasOptedOut) -> work.end(tx, claim) && fails(
                    tx,
                    organization,
                    id,
                    failure,
                    hasOptedOut);
            case SendFate.Unknown(Failure failure) -> work.end(tx, claim) && isLost(tx, organization, id, failure);
        });
    }

    @Override
    public void report(OrganizationId organization, ConnectionId connection, StatusReport report) {
        database.write("Outbox.report", tx -> {
            Optional<MessageId> known = report.messageId()
                    .filter(id -> isCarried(tx, organization, connection, id))
                    .or(
                            () -> known(
                                    tx,
                                    organization,
                                    connection,
                                    report));
            Parts.note(
                    tx,
                    organization,
                    connection,
                    new StatusReport(
                            report.providerMessageId(),
                            known,
                            report.status(),
                            report.failure(),
                            report.recipientOptedOut()));
            // Looked for again: the text may have got its name since, and then nobody else will come to read the report.
            known.or(() -> known(tx, organization, connection, report)).ifPresent(id -> {
                Progress.name(tx, organization, id, report.providerMessageId());
                Progress.follow(tx, organization, id);
            });
            return true;
        });
    }

    private Begun begin(Session tx, OutboundDraft d, Claim send) {
        Optional<ConversationId> conversation = d.from().map(ours -> Meetings.join(tx, meeting(d, ours), d.newConversation()).id());
        var ends = new Consents.OutboundText(d.organization(), d.connection(), d.from(), d.to().e164());
        if (Consents.isOptedOut(tx, ends)) {
            tx.undo();
            return tx.on(EXISTS).set("org", d.organization()).set("id", d.id()).exists() ? new Begun.Existing() : new Begun.OptedOut();
        }
        if (!MessageRows.insert(tx, d, conversation, false)) {
            tx.undo();
            // Our own, from a commit whose answer was lost.
            return work.holds(tx, send) ? new Begun.Sending(send) : new Begun.Existing();
        }
        conversation.ifPresent(id -> Meetings.touch(tx, d.organization(), id, d.createdAt()));
        work.begin(tx, send);
        return new Begun.Sending(send);
    }

    private Resumed resume(Session tx, Claim claim, boolean wasInFlight) {
        OrganizationId organization = claim.key().organization();
        OutboundMessage message = tx.on(LOCK)
                .set("org", organization)
                .set("id", claim.key().subject())
                .first(MessageRows::outbound)
                .orElseThrow();
        if (wasInFlight) {
            Progress.raise(tx, organization, message.id(), MessageStatus.UNKNOWN, Optional.of(ANSWER_LOST));
        } else if (isOptedOut(tx, message)) {
            Progress.raise(tx, organization, message.id(), MessageStatus.SUPPRESSED, Optional.of(OPTED_OUT));
        } else if (message.status() == MessageStatus.SENDING) {
            work.markInFlight(tx, claim);
            return new Resumed.Ready(message);
        }
        work.end(tx, claim);
        return new Resumed.Over();
    }

    private static Optional<MessageId> known(Session tx, OrganizationId organization, ConnectionId connection, StatusReport report) {
        return Parts.message(tx, organization, connection, report.providerMessageId())
                .filter(
                        id -> isCarried(
                                tx,
                                organization,
                                connection,
                                id));
    }

    private static boolean waits(Session tx, OrganizationId organization, MessageId id, Failure failure) {
        return tx.on(WAIT).set("org", organization).set("id", id).set("code", failure.code()).set("words", failure.message()).changes();
    }

    private static boolean fails(Session tx, OrganizationId organization, MessageId id, Failure failure, boolean hasOptedOut) {
        Progress.raise(tx, organization, id, MessageStatus.FAILED, Optional.of(failure));
        if (hasOptedOut) {
            Consents.optOutReceiver(tx, organization, id);
        }
        return true;
    }

    private static boolean isLost(Session tx, OrganizationId organization, MessageId id, Failure failure) {
        Progress.raise(tx, organization, id, MessageStatus.UNKNOWN, Optional.of(failure));
        return true;
    }

    private static boolean isCarried(Session tx, OrganizationId organization, ConnectionId connection, MessageId id) {
        return tx.on(LOCK_CARRIED).set("org", organization).set("id", id).set("connection", connection).exists();
    }

    private static boolean isOptedOut(Session tx, OutboundMessage message) {
        var header = message.header();
        return Consents.isOptedOut(
                tx,
                new Consents.OutboundText(
                        header.organization(),
                        header.connection(),
                        header.from()
                                .flatMap(
                                        Address::phoneNumber),
                        header.to().value()));
    }

    private static Meetings.Meeting meeting(OutboundDraft d, PhoneNumber ours) {
        return new Meetings.Meeting(d.organization(), ours, Address.of(d.to()), d.agent(), d.idleResetDays(), d.createdAt());
    }
}
