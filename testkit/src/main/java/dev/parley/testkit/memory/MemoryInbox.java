package dev.parley.testkit.memory;

import dev.parley.ports.Address;
import dev.parley.ports.connection.AssignedNumber;
import dev.parley.ports.conversation.Conversation;
import dev.parley.ports.message.HandledAs;
import dev.parley.ports.message.InboundMessage;
import dev.parley.ports.message.MessageHeader;
import dev.parley.ports.out.Acceptance;
import dev.parley.ports.out.Arrival;
import dev.parley.ports.out.Inbox;
import dev.parley.ports.out.Intake;
import dev.parley.ports.work.WorkKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

record MemoryInbox(Memory memory) implements Inbox {

    private static final int LONGEST_BURST = 3;

    @Override
    public Acceptance accept(Arrival arrival) {
        return memory.atomically(() -> memory.texts
                .hasCome(c -> memory.areSiblings(c, arrival.number().connection()), arrival.providerMessageId())
                        ? new Acceptance.Duplicate() : store(arrival));
    }

    private Acceptance store(Arrival arrival) {
        Conversation conversation = memory.talks.join(meeting(arrival), arrival.newConversation());
        memory.talks.countInbound(conversation.id());
        Decision decision = decide(arrival, arrival.intake());
        memory.texts.put(message(arrival, conversation, decision));
        return new Acceptance.Stored(decision.delay().map(delay -> wait(arrival, conversation, delay)));
    }

    private Decision decide(Arrival arrival, Intake intake) {
        return switch (intake) {
            case Intake.AwaitReply(Duration delay) -> new Decision(Optional.empty(), Optional.of(delay));
            case Intake.Settled(HandledAs as) -> new Decision(Optional.of(as), Optional.empty());
            case Intake.OptOut(_, Intake then) -> {
                memory.optOuts.add(arrival.number().organization(), arrival.number().number(), arrival.contact().value(),
                        arrival.receivedAt());
                yield decide(arrival, then);
            }
            case Intake.OptIn(_, Intake otherwise) ->
                    memory.optOuts.lift(arrival.number().organization(), arrival.number().number(), arrival.contact().value(),
                            arrival.receivedAt())
                                    ? decide(arrival, new Intake.Settled(HandledAs.OPT_IN)) : decide(arrival, otherwise);
        };
    }

    private Acceptance.Due wait(Arrival arrival, Conversation conversation, Duration delay) {
        Instant now = memory.now();
        memory.talks.change(conversation.id(), c -> Changed.waitingSince(c,
                c.unansweredSince().map(since -> earlier(since, arrival.receivedAt())).orElse(arrival.receivedAt())));
        Instant first =
                memory.talks.find(conversation.organization(), conversation.id()).flatMap(Conversation::unansweredSince).orElse(now);
        Instant due = earlier(now.plus(delay), first.plus(delay.multipliedBy(LONGEST_BURST)));
        WorkKey lane = WorkKey.reply(conversation.organization(), conversation.id());
        memory.work.makeDue(lane, due);
        return new Acceptance.Due(lane, due.isAfter(now) ? Duration.between(now, due) : Duration.ZERO);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Talks.Meeting meeting(Arrival a) {
        AssignedNumber number = a.number();
        return new Talks.Meeting(
                number.organization(),
                number.number(),
                a.contact(),
                Optional.of(a.agent().id()),
                Optional.of(number.id()),
                a.agent().config().limits().idleResetDays(),
                a.receivedAt());
    }

    private static InboundMessage message(Arrival a, Conversation conversation, Decision decision) {
        var header = new MessageHeader(
                a.id(),
                a.number().organization(),
                Optional.of(conversation.id()),
                Optional.of(a.agent().id()),
                a.number().connection(),
                Optional.of(a.contact()),
                Address.of(a.number().number()),
                a.receivedAt(),
                a.receivedAt());
        return new InboundMessage(header, a.content(), a.providerMessageId(), decision.as(), Optional.empty());
    }

    /** What becomes of a text: done with as something, or waiting for a reply so long. */
    private record Decision(Optional<HandledAs> as, Optional<Duration> delay) {}
}
