package dev.parley.persistence;

import dev.parley.ports.OrganizationId;
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

    private static final Sql COUNT = Sql.of("Inbox.count", """
            UPDATE conversation SET inbound_count = inbound_count + 1, last_message_at = GREATEST(last_message_at, :at),
              unanswered_since = :unanswered_since
            WHERE org_id = :org AND id = :id""");

    @Override
    public Acceptance accept(Arrival arrival) {
        return database.write("Inbox.accept", tx -> store(tx, arrival));
    }

    private Acceptance store(Session tx, Arrival a) {
        Meetings.Ongoing conversation = Meetings.join(tx, meeting(a), a.newConversation());
        Decision decision = decide(tx, a, a.intake());
        if (!MessageRows.insert(tx, a, conversation.id(), decision.as())) {
            tx.undo();
            return new Acceptance.Duplicate();
        }
        Optional<Instant> before = conversation.unansweredSince();
        Optional<Instant> since = decision.delay().isEmpty() ? before : before.filter(a.receivedAt()::isAfter)
                .or(
                        () -> Optional.of(
                                a
                                        .receivedAt()));
        tx.on(COUNT)
                .set("org", organization(a))
                .set("id", conversation.id())
                .set("at", a.receivedAt())
                .set("unanswered_since", since)
                .run();
        WorkKey lane = WorkKey.reply(organization(a), conversation.id());
        return new Acceptance.Stored(decision.delay().map(delay -> wait(tx, lane, delay, before, since.orElse(a.receivedAt()))));
    }

    private Acceptance.Due wait(Session tx, WorkKey lane, Duration delay, Optional<Instant> before, Instant first) {
        Duration rest = Duration.between(clock.instant(), first.plus(delay.multipliedBy(LONGEST_BURST)));
        Duration shorter = rest.compareTo(delay) < 0 ? rest : delay;
        Duration in = shorter.isNegative() ? Duration.ZERO : shorter;
        work.makeDue(tx, lane, in, before.isPresent());
        return new Acceptance.Due(lane, in);
    }

    private static Decision decide(Session tx, Arrival a, Intake intake) {
        return switch (intake) {
            case Intake.AwaitReply(Duration delay) -> new Decision(Optional.empty(), Optional.of(delay));
            case Intake.Settled(HandledAs as) -> new Decision(Optional.of(as), Optional.empty());
            case Intake.OptOut(String source, Intake then) -> {
                Consents.optOut(tx, organization(a), a.number().number(), a.contact().value(), new Event(source, a.receivedAt()));
                yield decide(tx, a, then);
            }
            case Intake.OptIn(String source, Intake otherwise) -> {
                var event = new Event(source, a.receivedAt());
                boolean wasOut = Consents.optIn(tx, organization(a), a.number().number(), a.contact().value(), event);
                yield decide(tx, a, wasOut ? new Intake.Settled(HandledAs.OPT_IN) : otherwise);
            }
        };
    }

    private static Meetings.Meeting meeting(Arrival a) {
        return new Meetings.Meeting(
                organization(a),
                a.number().number(),
                a.contact(),
                Optional.of(a.agent().id()),
                a.agent()
                        .config()
                        .limits()
                        .idleResetDays(),
                a.receivedAt());
    }

    private static OrganizationId organization(Arrival arrival) {
        return arrival.number().organization();
    }

    /** What becomes of a text: done with as something, or waiting for a reply so long. */
    private record Decision(Optional<HandledAs> as, Optional<Duration> delay) {}
}
