package dev.parley.bench.standin;

import dev.parley.bench.ledger.Ledger;
import dev.parley.bench.ledger.What;
import dev.parley.bench.standin.Site.Said;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** What a provider does with a text that it is given, whatever its API looks like: every time anew, as no provider knows repetition. */
public final class SendDesk {

    private static final Duration TOO_LATE = Duration.ofSeconds(14);
    private static final int LONGEST_PAUSE_MILLIS = 800;
    private static final double OFTEN = 0.2;

    private final Ledger ledger;
    private final Errands errands;
    private final Dice dice;
    private final Mood<SendFault> mood;
    private final AtomicInteger number = new AtomicInteger();

    /** A desk of one provider. */
    public SendDesk(Ledger ledger, Errands errands, Dice dice) {
        this.ledger = ledger;
        this.errands = errands;
        this.dice = dice;
        this.mood = new Mood<>(SendFault.NONE, dice);
    }

    /**
     * A text to send.
     *
     * @param message what the server calls it
     */
    record Order(String message, Line line, String from, String to, String body) {}

    /** A text that is on its way. */
    record Sent(Order order, int number, int segments) {}

    /** How a provider says things. */
    interface Voice {

        /** Its name for a text. */
        String sid(Sent sent);

        /** Takes it. */
        default void accept(Sent sent) {}

        /** That it has taken it. */
        Said taken(Sent sent);

        /** That it was asked too often. */
        Said throttled();

        /** Reports what became of it. */
        void report(Sent sent, boolean hasArrived) throws InterruptedException;
    }

    /** How it misbehaves. */
    public Mood<SendFault> mood() {
        return mood;
    }

    Said take(Order order, Voice voice) throws InterruptedException {
        ledger.note(What.SEND_OFFERED, "message", order.message(), "line", order.line().name(), "from", order.from(), "to", order.to(),
                "body", order.body());
        var sent = new Sent(order, number.incrementAndGet(), Segments.of(order.body()));
        SendFault fault = mood.next("send " + order.to() + sent.number());
        if (fault != SendFault.DROPPED && fault != SendFault.THROTTLED) {
            accept(sent, voice);
        }
        Said said = switch (fault) {
            case NONE -> voice.taken(sent);
            case TAKEN_AND_LATE -> late(voice.taken(sent));
            case TAKEN_AND_BROKEN -> Said.json(500, "{\"code\":20500,\"message\":\"Internal Server Error\"}");
            case TAKEN_AND_SILENT, DROPPED -> Said.NOTHING;
            case THROTTLED -> voice.throttled();
        };
        ledger.note(What.SEND_ANSWERED, "message", order.message(), "said", fault == SendFault.NONE ? "ok" : fault.name());
        return said;
    }

    private static Said late(Said said) throws InterruptedException {
        Thread.sleep(TOO_LATE);
        return said;
    }

    private void accept(Sent sent, Voice voice) {
        Order order = sent.order();
        ledger.note(What.SEND_ACCEPTED, "message", order.message(), "line", order.line().name(), "sid", voice.sid(sent), "from",
                order.from(), "to", order.to(), "body", order.body(), "segments", Integer.toString(sent.segments()));
        voice.accept(sent);
        errands.begin(() -> report(sent, voice));
    }

    /** Reports come early and late, twice, and the last one first. */
    private void report(Sent sent, Voice voice) throws InterruptedException {
        RandomGenerator fate = dice.of("report " + sent.number());
        boolean inOrder = fate.nextDouble() >= OFTEN;
        boolean twice = fate.nextDouble() < OFTEN;
        for (boolean hasArrived : twice ? List.of(!inOrder, inOrder, !inOrder, inOrder) : List.of(!inOrder, inOrder)) {
            Thread.sleep(fate.nextInt(LONGEST_PAUSE_MILLIS));
            voice.report(sent, hasArrived);
        }
    }
}
