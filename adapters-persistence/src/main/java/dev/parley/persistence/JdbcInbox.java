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
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Five statements and a commit for all the texts that come at a time: their conversations, those that begin, whether the texts are
 * known, the texts, their work. What goes on is counted by one more.
 */
final class JdbcInbox implements Inbox {

    private static final int LONGEST_BURST = 3;

    private static final SqlFamily COUNT = SqlFamily.of("Inbox.count", """
            UPDATE conversation {by PRIMARY} SET inbound_count = inbound_count + 1,
              last_message_at = GREATEST(last_message_at, CASE id %s END), unanswered_since = CASE id %s END
            WHERE %s""", List.of(
            new SqlFamily.Rows("WHEN :id%1$d THEN :at%1$d"::formatted, " "),
            new SqlFamily.Rows("WHEN :id%1$d THEN :since%1$d"::formatted, " "),
            new SqlFamily.Rows("(id = :id%1$d AND org_id = :org%1$d)"::formatted, " OR ")));

    private final Together<Arrival, Acceptance> texts;
    private final WorkRows work;
    private final InstantSource clock;

    JdbcInbox(Database database, WorkRows work, InstantSource clock) {
        this.work = work;
        this.clock = clock;
        texts = new Together<>(
                database,
                Together.Step.of("Inbox.accept", a -> pair(a).order(), this::store, Acceptance.Duplicate::new));
    }

    @Override
    public Acceptance accept(Arrival arrival) {
        return texts.ask(arrival);
    }

    /** Nothing when one of them is here already. */
    private Optional<List<Acceptance>> store(Session tx, List<Arrival> arrivals) {
        List<Meetings.Ongoing> conversations = Meetings.join(tx, arrivals.stream().map(JdbcInbox::guest).toList());
        List<Taken> all = IntStream.range(0, arrivals.size()).mapToObj(i -> taken(tx, arrivals.get(i), conversations.get(i))).toList();
        if (isKnown(tx, arrivals) || !MessageRows.Inbound.insert(tx, all.stream().map(Taken::row).toList())) {
            tx.undo();
            return Optional.empty();
        }
        tx.run(COUNT, all.stream().filter(Taken::isUncounted).toList(), (row, taken) -> taken.fill(row));
        List<Optional<Waiting>> waiting = all.stream().map(this::waiting).toList();
        wait(tx, waiting.stream().flatMap(Optional::stream).toList());
        return Optional.of(waiting.stream().<Acceptance>map(w -> new Acceptance.Stored(w.map(Waiting::due))).toList());
    }

    /** Looked at with the conversation locked: of two who bring a text at the same moment, the second sees the first. */
    private static boolean isKnown(Session tx, List<Arrival> arrivals) {
        return Siblings.haveBroughtOneOf(tx, arrivals.stream().map(JdbcInbox::brought).toList());
    }

    private static Siblings.Brought brought(Arrival a) {
        return new Siblings.Brought(
                new Siblings.Carrier(a.number().organization(), a.number().connection()),
                a.providerMessageId());
    }

    private static Taken taken(Session tx, Arrival a, Meetings.Ongoing conversation) {
        return new Taken(a, conversation, decide(tx, a, a.intake()));
    }

    /** Makes the replies due; the work of a conversation in which something waits already is probably there. */
    private void wait(Session tx, List<Waiting> waiting) {
        work.makeDue(tx, waiting.stream().filter(w -> !w.isProbablyThere()).map(Waiting::due).toList());
        waiting.stream().filter(Waiting::isProbablyThere).forEach(w -> work.makeDue(tx, w.due().key(), w.due().in(), true));
    }

    private Optional<Waiting> waiting(Taken taken) {
        return taken.decision().delay().map(delay -> {
            Duration rest = Duration.between(clock.instant(), taken.first().plus(delay.multipliedBy(LONGEST_BURST)));
            Duration shorter = rest.compareTo(delay) < 0 ? rest : delay;
            Duration in = shorter.isNegative() ? Duration.ZERO : shorter;
            return new Waiting(new Acceptance.Due(taken.lane(), in), taken.conversation().unansweredSince().isPresent());
        });
    }

    private static Decision decide(Session tx, Arrival a, Intake intake) {
        return switch (intake) {
            case Intake.AwaitReply(Duration delay) -> new Decision(Optional.empty(), Optional.of(delay));
            case Intake.Settled(HandledAs as) -> new Decision(Optional.of(as), Optional.empty());
            case Intake.OptOut(String source, Intake then) -> {
                Consents.optOut(tx, pair(a), new Event(source, a.receivedAt()));
                yield decide(tx, a, then);
            }
            case Intake.OptIn(String source, Intake otherwise) -> {
                boolean wasOut = Consents.optIn(tx, pair(a), new Event(source, a.receivedAt()));
                yield decide(tx, a, wasOut ? new Intake.Settled(HandledAs.OPT_IN) : otherwise);
            }
        };
    }

    private static Consents.Pair pair(Arrival a) {
        return new Consents.Pair(a.number().organization(), a.number().number(), a.contact().value());
    }

    private static Meetings.Guest guest(Arrival a) {
        var meeting = new Meetings.Meeting(
                a.number().organization(),
                a.number().number(),
                a.contact(),
                Optional.of(a.agent().id()),
                a.agent().config().limits().idleResetDays(),
                a.receivedAt());
        return new Meetings.Guest(meeting, a.newConversation(), counted(a));
    }

    /** A conversation that begins with a text has it counted as it is begun, unless what becomes of the text is not known before. */
    private static Meetings.Counted counted(Arrival a) {
        return switch (a.intake()) {
            case Intake.AwaitReply _ -> new Meetings.Counted(1, Optional.of(a.receivedAt()));
            case Intake.Settled _ -> new Meetings.Counted(1, Optional.empty());
            case Intake.OptOut _, Intake.OptIn _ -> Meetings.Counted.NOTHING;
        };
    }

    /** What becomes of a text: done with as something, or waiting for a reply so long. */
    private record Decision(Optional<HandledAs> as, Optional<Duration> delay) {}

    /** A text, the conversation that it belongs to, and what becomes of it. */
    private record Taken(Arrival arrival, Meetings.Ongoing conversation, Decision decision) {

        private MessageRows.Inbound row() {
            return new MessageRows.Inbound(arrival, conversation.id(), decision.as());
        }

        private WorkKey lane() {
            return WorkKey.reply(arrival.number().organization(), conversation.id());
        }

        /** When the oldest text came that waits now: they may be stored in another order than they came in. */
        private Instant first() {
            return conversation.unansweredSince().filter(arrival.receivedAt()::isAfter).orElse(arrival.receivedAt());
        }

        private boolean isUncounted() {
            return conversation.counted() == 0;
        }

        private void fill(Statement.Nth row) {
            row.set("org", arrival.number().organization())
                    .set("id", conversation.id())
                    .set("at", arrival.receivedAt())
                    .set("since", decision.delay().isEmpty() ? conversation.unansweredSince() : Optional.of(first()));
        }
    }

    /** Work that a text makes due, and whether something waited before it. */
    private record Waiting(Acceptance.Due due, boolean isProbablyThere) {}
}
