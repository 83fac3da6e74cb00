package dev.parley.core.intake;

import dev.parley.core.work.WorkHandler;
import dev.parley.core.world.CarriedNumbers;
import dev.parley.core.world.Culprit;
import dev.parley.core.world.World;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.connection.AssignedNumber;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.out.MissedTexts;
import dev.parley.ports.out.StoreUnavailable;
import dev.parley.ports.spi.InboundHistory;
import dev.parley.ports.spi.InboundHistory.Answer;
import dev.parley.ports.spi.InboundHistory.Period;
import dev.parley.ports.spi.InboundHistory.ReceivedText;
import dev.parley.ports.work.Claim;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks a provider what it received for the numbers of a connection, and takes what is not here as if it had just come. One request
 * and three reads when nothing is missing. Thread-safe.
 */
public final class CatchUpLane implements WorkHandler {

    private static final Logger LOG = System.getLogger(CatchUpLane.class.getName());

    private static final Duration USUALLY = Duration.ofMinutes(5);
    private static final Duration SOON = Duration.ofSeconds(45);
    private static final Duration WHILE_NOT_TOLD = Duration.ofMinutes(1);

    /** Asked for twice, since clocks differ and lists are late. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    /** How far back a connection is looked at that was never asked before. */
    private static final Duration FIRST_TIME = Duration.ofDays(1);

    /** Younger ones are left to their webhooks, which may be on their way and say more. */
    private static final Duration WEBHOOKS_TAKE = Duration.ofSeconds(30);

    private static final Duration AFTER_HARM = Duration.ofHours(1);

    private static final int MOST_PAGES = 1_000;

    private static final Comparator<ReceivedText> OLDEST_FIRST = Comparator.comparing(ReceivedText::at);

    private final World world;
    private final MissedTexts missedTexts;
    private final Safekeeping safekeeping;

    /** Takes who makes durable what is found. */
    public CatchUpLane(World world, Safekeeping safekeeping) {
        this.world = world;
        this.missedTexts = world.traffic().missedTexts();
        this.safekeeping = safekeeping;
    }

    /**
     * What is asked, of whom.
     *
     * @param connection of which account
     * @param carried our numbers there
     * @param since from which time on
     * @param now when the question began
     */
    private record Question(Connection connection, Map<PhoneNumber, AssignedNumber> carried, Instant since, Instant now) {

        Period first() {
            return new Period(List.copyOf(carried.keySet()), since.minus(OVERLAP), Optional.empty());
        }

        Period next(String page) {
            return new Period(List.copyOf(carried.keySet()), since.minus(OVERLAP), Optional.of(page));
        }

        /** Whether a text is for a number that was ours then. */
        boolean isAbout(ReceivedText found) {
            Optional<AssignedNumber> number = PhoneNumber.parse(found.text().to()).map(carried::get);
            return number.filter(n -> !found.at().isBefore(n.createdAt()) && !found.at().isBefore(since.minus(OVERLAP))).isPresent();
        }

        boolean isYoung(ReceivedText found) {
            return found.at().isAfter(now.minus(WEBHOOKS_TAKE));
        }
    }

    /** A connection's provider, as far as it can be asked. */
    private sealed interface Opened {

        record Able(InboundHistory history) implements Opened {}

        record Unable() implements Opened {}

        record Unusable(String why) implements Opened {}
    }

    @Override
    public void handle(Claim claim) {
        world.setup()
                .connections()
                .find(claim.key().organization(), new ConnectionId(claim.key().subject()))
                .ifPresentOrElse(connection -> ask(claim, connection), () -> missedTexts.end(claim));
    }

    /** What came meanwhile is still to be asked for, but not so often. */
    @Override
    public void giveUp(Claim claim) {
        world.traffic().work().postpone(claim, AFTER_HARM);
    }

    private void ask(Claim claim, Connection connection) {
        Instant now = world.nature().clock().instant();
        Instant since = missedTexts.askedUntil(claim).orElseGet(() -> latest(connection.createdAt(), now.minus(FIRST_TIME)));
        var question = new Question(connection, carried(connection), since, now);
        if (question.carried().isEmpty()) {
            missedTexts.asked(claim, now, USUALLY);
            return;
        }
        switch (open(connection)) {
            case Opened.Able(var history) -> ask(claim, question, history);
            case Opened.Unable _ -> missedTexts.end(claim);
            case Opened.Unusable(var why) -> notTold(claim, question, why);
        }
    }

    private void ask(Claim claim, Question question, InboundHistory able) {
        var missing = new ArrayList<ReceivedText>();
        Optional<Period> next = Optional.of(question.first());
        for (int page = 0; next.isPresent() && page < MOST_PAGES; page++) {
            switch (received(question.connection(), able, next.get())) {
                case Answer.Unavailable(var detail) -> {
                    notTold(claim, question, detail);
                    return;
                }
                case Answer.Received(var texts, var following) -> {
                    missing.addAll(missing(question, texts));
                    next = following.map(question::next);
                }
            }
        }
        take(claim, question, missing);
    }

    private static Answer received(Connection connection, InboundHistory able, Period period) {
        try {
            return Objects.requireNonNull(able.received(period));
        } catch (RuntimeException | LinkageError bugOfTheAdapter) {
            // Somebody else's code: it is asked again.
            LOG.log(Level.ERROR, "provider {0} threw while listing texts: {1}", connection.provider(), Culprit.of(bugOfTheAdapter));
            return new Answer.Unavailable("the adapter failed");
        }
    }

    private List<ReceivedText> missing(Question question, List<ReceivedText> listed) {
        Connection connection = question.connection();
        List<ReceivedText> ours = listed.stream().filter(question::isAbout).toList();
        List<String> names = ours.stream().map(found -> found.text().providerMessageId()).toList();
        Set<String> known = names.isEmpty() ? Set.of() : missedTexts.known(connection.organization(), connection.id(), names);
        return ours.stream().filter(found -> !known.contains(found.text().providerMessageId())).toList();
    }

    private void take(Claim claim, Question question, List<ReceivedText> missing) {
        List<ReceivedText> due = inOrder(missing).filter(found -> !question.isYoung(found)).toList();
        List<ReceivedText> lost = due.stream().filter(found -> !safekeeping.isAheadOf(question.connection(), found)).toList();
        if (!lost.isEmpty()) {
            LOG.log(Level.WARNING, "connection {0}: {1} texts never came and are taken now", question.connection().id(), lost.size());
        }
        lost.forEach(found -> take(question.connection(), found));
        // What the journal is still to bring may stay there for longer than what is asked for twice.
        Instant until = lost.size() < due.size() ? question.since() : question.now();
        missedTexts.asked(claim, until, lost.size() < missing.size() ? SOON : USUALLY);
    }

    /** The latest comes first in a provider's list, and times may be whole seconds: those of one second come in the list's order. */
    private static Stream<ReceivedText> inOrder(List<ReceivedText> listed) {
        return listed.reversed().stream().sorted(OLDEST_FIRST);
    }

    private void take(Connection connection, ReceivedText found) {
        try {
            safekeeping.takeLate(connection, found);
        } catch (StoreUnavailable away) {
            throw away;
        } catch (RuntimeException bug) {
            // One odd text must not keep all that come after it from being taken.
            LOG.log(Level.ERROR, "text {0} could not be taken: {1}", found.text().providerMessageId(), Culprit.of(bug));
        }
    }

    /** As if it had not been asked: nothing is over by this. */
    private void notTold(Claim claim, Question question, String detail) {
        LOG.log(Level.WARNING, "connection {0} cannot be asked what it received: {1}", question.connection().id(), detail);
        missedTexts.asked(claim, question.since(), WHILE_NOT_TOLD);
    }

    private Opened open(Connection connection) {
        try {
            return world.peers().providers().open(connection) instanceof InboundHistory able ? new Opened.Able(able) : new Opened.Unable();
        } catch (IllegalArgumentException unusable) {
            return new Opened.Unusable(String.valueOf(unusable.getMessage()));
        } catch (RuntimeException | LinkageError bugOfTheAdapter) {
            // Somebody else's code: it is tried again.
            LOG.log(Level.ERROR, "connection {0} cannot be used: {1}", connection.id(), Culprit.of(bugOfTheAdapter));
            return new Opened.Unusable("the adapter failed");
        }
    }

    private Map<PhoneNumber, AssignedNumber> carried(Connection connection) {
        return CarriedNumbers.of(connection, world.setup())
                .stream()
                .collect(Collectors.toMap(AssignedNumber::number, number -> number));
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
