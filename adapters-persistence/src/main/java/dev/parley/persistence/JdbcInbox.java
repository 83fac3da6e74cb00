package dev.parley.persistence;

import dev.parley.ports.message.HandledAs;
import dev.parley.ports.out.Acceptance;
import dev.parley.ports.out.Arrival;
import dev.parley.ports.out.Inbox;
import dev.parley.ports.out.Intake;
import dev.parley.ports.out.Suppressions.Event;
import dev.parley.ports.work.WorkKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Four statements and a commit a text: its conversation, the text, the conversation's state, its work. */
record JdbcInbox(Database database, WorkRows work, InstantSource clock) implements Inbox {

    private static final int LONGEST_BURST = 3;

    /**
     * Counts nothing when the text came through another connection to the same account before: the unique key knows it only by its
     * own. Whoever brings it at the same moment waits for the conversation, so the one who comes second sees the first.
     */
    private static final Sql COUNT = Sql.of("Inbox.count", """
            UPDATE conversation SET inbound_count = inbound_count + 1, last_message_at = GREATEST(last_message_at, :at),
              unanswered_since = :unanswered_since
            WHERE org_id = :org AND id = :id AND NOT EXISTS (
              SELECT 1 FROM connection k
              JOIN connection o ON o.org_id = k.org_id AND o.provider = k.provider AND o.account_key = k.account_key
              JOIN message m ON m.org_id = o.org_id AND m.connection_id = o.id AND m.inbound_id = :inbound_id
              WHERE k.org_id = :org AND k.id = :connection AND o.id <> k.id)""");

    @Override
    public Acceptance accept(Arrival arrival) {
        return database.write("Inbox.accept", tx -> store(tx, arrival));
    }

    private Acceptance store(Session tx, Arrival a) {
        Meetings.Ongoing conversation = Meetings.join(tx, meeting(a), a.newConversation());
        Decision decision = decide(tx, a, a.intake());
        if (!new MessageRows.Inbound(a, conversation.id(), decision.as()).insert(tx) || !count(tx, a, conversation, decision)) {
            tx.undo();
            return new Acceptance.Duplicate();
        }
        return new Acceptance.Stored(decision.delay().map(delay -> wait(tx, a, conversation, delay)));
    }

    /** False when the text is known already, by another connection. */
    private static boolean count(Session tx, Arrival a, Meetings.Ongoing conversation, Decision decision) {
        Optional<Instant> since = decision.delay().isEmpty() ? conversation.unansweredSince() : Optional.of(first(conversation, a));
        return tx.on(COUNT)
                .set("org", a.number().organization())
                .set("id", conversation.id())
                .set("connection", a.number().connection())
                .set("inbound_id", a.providerMessageId())
                .set("at", a.receivedAt())
                .set("unanswered_since", since)
                .changes();
    }

    private Acceptance.Due wait(Session tx, Arrival a, Meetings.Ongoing conversation, Duration delay) {
        WorkKey lane = WorkKey.reply(a.number().organization(), conversation.id());
        Instant latest = first(conversation, a).plus(delay.multipliedBy(LONGEST_BURST));
        Duration rest = Duration.between(clock.instant(), latest);
        Duration shorter = rest.compareTo(delay) < 0 ? rest : delay;
        Duration in = shorter.isNegative() ? Duration.ZERO : shorter;
        work.makeDue(tx, lane, in, conversation.unansweredSince().isPresent());
        return new Acceptance.Due(lane, in);
    }

    /** When the oldest text came that waits now: they may be stored in another order than they came in. */
    private static Instant first(Meetings.Ongoing conversation, Arrival a) {
        return conversation.unansweredSince().filter(a.receivedAt()::isAfter).orElse(a.receivedAt());
    }

    private static Decision decide(Session tx, Arrival a, Intake intake) {
        var pair = new Consents.Pair(a.number().organization(), a.number().number(), a.contact().value());
        return switch (intake) {
            case Intake.AwaitReply(Duration delay) -> new Decision(Optional.empty(), Optional.of(delay));
            case Intake.Settled(HandledAs as) -> new Decision(Optional.of(as), Optional.empty());
            case Intake.OptOut(String source, Intake then) -> {
                Consents.optOut(tx, pair, new Event(source, a.receivedAt()));
                yield decide(tx, a, then);
            }
            case Intake.OptIn(String source, Intake otherwise) -> {
                boolean wasOut = Consents.optIn(tx, pair, new Event(source, a.receivedAt()));
                yield decide(tx, a, wasOut ? new Intake.Settled(HandledAs.OPT_IN) : otherwise);
            }
        };
    }

    private static Meetings.Meeting meeting(Arrival a) {
        return new Meetings.Meeting(
                a.number().organization(),
                a.number().number(),
                a.contact(),
                Optional.of(a.agent().id()),
                a.agent().config().limits().idleResetDays(),
                a.receivedAt());
    }

    /** What becomes of a text: done with as something, or waiting for a reply so long. */
    private record Decision(Optional<HandledAs> as, Optional<Duration> delay) {}
}
