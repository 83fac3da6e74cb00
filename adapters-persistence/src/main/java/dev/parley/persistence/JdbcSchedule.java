package dev.parley.persistence;

import dev.parley.ports.Address;
import dev.parley.ports.ConversationId;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.message.Content;
import dev.parley.ports.message.Failure;
import dev.parley.ports.message.MessageHeader;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.message.OutboundMessage;
import dev.parley.ports.out.Begun;
import dev.parley.ports.out.OutboundDraft;
import dev.parley.ports.out.Schedule;
import dev.parley.ports.out.ScheduledText;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Texts that wait for their time. Locks are taken in one order: work, conversation, message. */
record JdbcSchedule(Database database, WorkRows work) implements Schedule {

    private static final Progress CANCELED = new Progress(MessageStatus.CANCELED, Optional.empty());

    private static final Sql WISH = Sql.of("Schedule.wish", """
            INSERT INTO wish (org_id, message_id, wish) VALUES (:org, :id, :wish)""");

    private static final Sql FORGET_WISH = Sql.of("Schedule.forgetWish", """
            DELETE FROM wish WHERE org_id = :org AND message_id = :id""");

    private static final Sql FIND = Sql.of("Schedule.find", """
            SELECT %s, m.new_conversation_id, m.idle_reset_days, s.wish FROM work w
            JOIN message m ON m.org_id = w.org_id AND m.id = w.subject
            LEFT JOIN wish s ON s.org_id = w.org_id AND s.message_id = w.subject
            WHERE w.kind = 'schedule' AND w.org_id = :org AND w.subject = :id AND w.epoch = :epoch AND w.held = TRUE"""
            .formatted(MessageRows.COLUMNS));

    /** made_at comes before created_at: MySQL lets an assignment see the ones before it. */
    private static final Sql SAY = Sql.of("Schedule.say", """
            UPDATE message SET conversation_id = :conversation, agent_id = :agent, connection_id = :connection, from_address = :ours,
              body = :body, encoding = :encoding, segments = :segments, media = :media, by_model = :by_model,
              new_conversation_id = :new_conversation, idle_reset_days = :idle_reset_days, made_at = created_at, created_at = :at,
              status = 'sending', status_rank = 2, updated_at = {now}
            WHERE org_id = :org AND id = :id AND status = 'scheduled'""");

    private static final Sql IS_CANCELED = Sql.of("Schedule.isCanceled", """
            SELECT 1 AS found FROM message WHERE org_id = :org AND id = :id AND status = 'canceled'""");

    private static final Sql EXISTS = Sql.of("Schedule.exists", """
            SELECT 1 AS found FROM message WHERE org_id = :org AND id = :id""");

    @Override
    public boolean add(ScheduledText text) {
        OutboundDraft draft = text.text();
        return database.write("Schedule.add", tx -> {
            var row = new MessageRows.Outbound(draft, Optional.empty(), false);
            boolean isNew = row.insertFor(tx, text.at());
            if (isNew) {
                text.wish().ifPresent(wish -> key(draft).on(tx, WISH).set("wish", Wishes.write(wish)).run());
                work.makeDueAt(tx, WorkKey.schedule(draft.organization(), draft.id()), text.at());
            }
            return isNew;
        });
    }

    @Override
    public Optional<ScheduledText> find(Claim claim) {
        return database.read(
                "Schedule.find",
                session -> MessageKey.of(claim).on(session, FIND).set("epoch", claim.epoch()).first(JdbcSchedule::text));
    }

    @Override
    public Begun begin(Claim claim, OutboundDraft draft) {
        Claim send = work.first(WorkKey.send(draft.organization(), draft.id()));
        return database.write("Schedule.begin", tx -> {
            if (work.end(tx, claim)) {
                return begin(tx, draft, send);
            }
            // Our own, from a commit whose answer was lost.
            return work.holds(tx, send) ? new Begun.Sending(send) : new Begun.Existing();
        });
    }

    @Override
    public boolean fail(Claim claim, Failure failure) {
        return database.write("Schedule.fail", tx -> {
            boolean isOurs = work.end(tx, claim);
            if (isOurs) {
                end(tx, MessageKey.of(claim), Progress.failing(MessageStatus.FAILED, failure));
            }
            return isOurs;
        });
    }

    @Override
    public Cancellation cancel(OrganizationId organization, MessageId message) {
        var text = new MessageKey(organization, message);
        var isOurs = new AtomicBoolean();
        return database.write("Schedule.cancel", tx -> {
            if (WorkRows.revoke(tx, WorkKey.schedule(organization, message))) {
                end(tx, text, CANCELED);
                isOurs.set(true);
                return Cancellation.CANCELED;
            }
            if (isOurs.get()) {
                // By our own commit, whose answer was lost.
                return text.on(tx, IS_CANCELED).exists() ? Cancellation.CANCELED : Cancellation.NOT_SCHEDULED;
            }
            return text.on(tx, EXISTS).exists() ? Cancellation.NOT_SCHEDULED : Cancellation.NOT_THERE;
        });
    }

    private Begun begin(Session tx, OutboundDraft d, Claim send) {
        var ends = new Consents.OutboundText(d.organization(), d.connection(), d.from(), d.to().e164());
        Optional<ConversationId> conversation = Consents.isOptedOut(tx, ends) ? Optional.empty() : join(tx, d);
        // Asked again under the lock of the conversation, which an opt-out takes first.
        if (Consents.isOptedOut(tx, ends)) {
            end(tx, key(d), JdbcOutbox.OPTED_OUT);
            return new Begun.OptedOut();
        }
        new Said(d, conversation).store(tx);
        work.begin(tx, send);
        return new Begun.Sending(send);
    }

    private static Optional<ConversationId> join(Session tx, OutboundDraft d) {
        Optional<ConversationId> joined = d.from().map(ours -> Meetings.join(tx, JdbcOutbox.meeting(d, ours), d.newConversation()).id());
        joined.ifPresent(id -> Meetings.touch(tx, d.organization(), id, d.createdAt()));
        return joined;
    }

    private static void end(Session tx, MessageKey text, Progress progress) {
        progress.raise(tx, text);
        text.on(tx, FORGET_WISH).run();
    }

    private static MessageKey key(OutboundDraft draft) {
        return new MessageKey(draft.organization(), draft.id());
    }

    private static ScheduledText text(Row row) {
        OutboundMessage message = MessageRows.outbound(row);
        MessageHeader header = message.header();
        var draft = new OutboundDraft(
                header.id(),
                row.id("new_conversation_id", ConversationId::new),
                header.organization(),
                header.agent(),
                header.connection(),
                header.from().flatMap(Address::phoneNumber),
                new PhoneNumber(header.to().value()),
                message.content(),
                message.generatedByLlm(),
                row.integer("idle_reset_days"),
                header.createdAt());
        return new ScheduledText(draft, row.moment("scheduled_at"), row.optionalText("wish").map(Wishes::read));
    }

    /** A text whose time has come, on its way into its row. */
    private record Said(OutboundDraft draft, Optional<ConversationId> conversation) {

        void store(Session tx) {
            Statement say = key(draft).on(tx, SAY)
                    .set("conversation", conversation)
                    .set("agent", draft.agent())
                    .set("connection", draft.connection())
                    .set("ours", draft.from())
                    .set("by_model", draft.generatedByLlm())
                    .set("new_conversation", draft.newConversation())
                    .set("idle_reset_days", draft.idleResetDays())
                    .set("at", draft.createdAt());
            Content content = draft.content();
            say.set("body", content.body())
                    .set("encoding", content.encoding())
                    .set("segments", content.segments())
                    .set("media", Json.media(content.media()))
                    .run();
            key(draft).on(tx, FORGET_WISH).run();
        }
    }
}
