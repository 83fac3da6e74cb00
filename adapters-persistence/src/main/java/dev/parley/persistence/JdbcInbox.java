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
 * Four statements and a commit for all the texts that come at a time: their conversations, the texts, the state of the conversations,
 * their work.
 */
final class JdbcInbox implements Inbox {

    private static final int LONGEST_BURST = 3;

    /**
     * Counts nothing when the text came through another connection to the same account before: the unique key knows it only by its
     * own. Whoever brings it at the same moment waits for the conversation, so the one who comes second sees the first.
     */
    private static final SqlFamily COUNT = SqlFamily.of("Inbox.count", """
            UPDATE conversation SET inbound_count = inbound_count + 1,
              last_message_at = GREATEST(last_message_at, CASE id %s END), unanswered_since = CASE id %s END
            WHERE %s""", List.of(
            new SqlFamily.Rows("WHEN :id%1$d THEN :at%1$d"::formatted, " "),
            new SqlFamily.Rows("WHEN :id%1$d THEN :since%1$d"::formatted, " "),
            new SqlFamily.Rows("""
                    (org_id = :org%1$d AND id = :id%1$d AND NOT EXISTS (
                      SELECT 1 FROM connection k
                      JOIN connection o ON o.org_id = k.org_id AND o.provider = k.provider AND o.account_key = k.account_key
                      JOIN message m ON m.org_id = o.org_id AND m.connection_id = o.id AND m.inbound_id = :inbound_id%1$d
                      WHERE k.org_id = :org%1$d AND k.id = :connection%1$d AND o.id <> k.id))"""::formatted, " OR ")));

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
        boolean isNew = MessageRows.Inbound.insert(tx, all.stream().map(Taken::row).toList())
                && tx.run(COUNT, all, (row, taken) -> taken.fill(row)) == all.size();
        if (!isNew) {
            tx.undo();
            return Optional.empty();
        }
        List<Optional<Waiting>> waiting = all.stream().map(this::waiting).toList();
        wait(tx, waiting.stream().flatMap(Optional::stream).toList());
        return Optional.of(waiting.stream().<Acceptance>map(w -> new Acceptance.Stored(w.map(Waiting::due))).toList());
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
        return new Meetings.Guest(meeting, a.newConversation());
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

        private void fill(Statement.Nth row) {
            row.set("org", arrival.number().organization())
                    .set("id", conversation.id())
                    .set("connection", arrival.number().connection())
                    .set("inbound_id", arrival.providerMessageId())
                    .set("at", arrival.receivedAt())
                    .set("since", decision.delay().isEmpty() ? conversation.unansweredSince() : Optional.of(first()));
        }
    }

    /** Work that a text makes due, and whether something waited before it. */
    private record Waiting(Acceptance.Due due, boolean isProbablyThere) {}
}
