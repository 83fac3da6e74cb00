package dev.parley.testkit.memory;

import dev.parley.ports.MessageId;
import dev.parley.ports.Variables;
import dev.parley.ports.connection.AssignedNumber;
import dev.parley.ports.conversation.Conversation;
import dev.parley.ports.conversation.ConversationState;
import dev.parley.ports.conversation.Utterance;
import dev.parley.ports.message.HandledAs;
import dev.parley.ports.message.InboundMessage;
import dev.parley.ports.message.Message;
import dev.parley.ports.out.Release;
import dev.parley.ports.out.Replies;
import dev.parley.ports.out.ReplyCommit;
import dev.parley.ports.out.ReplyDraft;
import dev.parley.ports.out.ReplyWindow;
import dev.parley.ports.out.Settlement;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

record MemoryReplies(Memory memory) implements Replies {

    private static final Duration RECENTLY = Duration.ofHours(1);

    @Override
    public Optional<ReplyWindow> window(Claim claim, int mostTurns) {
        return memory.atomically(() -> held(claim).map(c -> window(c, mostTurns)));
    }

    @Override
    public ReplyCommit commit(Claim claim, ReplyDraft draft) {
        return memory.atomically(() -> held(claim).map(c -> commit(new Lane(memory, claim), c, draft)).orElseGet(ReplyCommit.Fenced::new));
    }

    @Override
    public Release settle(Claim claim, Settlement settlement) {
        return memory.atomically(() -> {
            var lane = new Lane(memory, claim);
            if (lane.isOurs()) {
                memory.texts.handle(lane.conversation(), settlement.messages(), Texts.Handling.without(settlement.as(), memory.now()));
                settlement.state().ifPresent(state -> memory.talks.change(lane.conversation(), c -> Changed.state(c, state)));
                lane.recount();
            }
            return lane.release();
        });
    }

    @Override
    public Release giveUp(Claim claim) {
        return memory.atomically(() -> {
            var lane = new Lane(memory, claim);
            List<MessageId> waiting = memory.texts.unanswered(lane.conversation()).stream().map(Message::id).toList();
            return settle(claim, new Settlement(waiting, HandledAs.FAILED, Optional.empty()));
        });
    }

    @Override
    public Release release(Claim claim) {
        return memory.atomically(() -> new Lane(memory, claim).release());
    }

    private Optional<Conversation> held(Claim claim) {
        var lane = new Lane(memory, claim);
        return lane.isOurs() ? memory.talks.find(claim.key().organization(), lane.conversation()) : Optional.empty();
    }

    private ReplyWindow window(Conversation c, int mostTurns) {
        List<Outgoing> ours =
                memory.texts.outgoing().filter(o -> o.message().header().conversation().filter(c.id()::equals).isPresent()).toList();
        Instant recent = memory.now().minus(RECENTLY);
        int replies = (int) ours.stream().filter(o -> o.isReply() && o.draft().createdAt().isAfter(recent)).count();
        boolean hasSpoken = ours.stream().anyMatch(o -> o.message().generatedByLlm());
        return new ReplyWindow(
                c,
                responder(c),
                memory.texts.unanswered(c.id()),
                history(c, mostTurns),
                memory.talks.inboundCount(c.id()),
                new ReplyWindow.Standing(isOptedOut(c), replies, hasSpoken),
                Variables.NONE);
    }

    private Optional<ReplyWindow.Responder> responder(Conversation c) {
        Optional<AssignedNumber> number = memory.number(c.organization(), c.ourNumber());
        return number.flatMap(n -> n.agent()
                .flatMap(a -> memory.agent(c.organization(), a))
                .flatMap(agent -> memory.connection(c.organization(), n.connection())
                        .map(connection -> new ReplyWindow.Responder(agent, connection))));
    }

    private List<Utterance> history(Conversation c, int most) {
        List<InboundMessage> waiting = memory.texts.unanswered(c.id());
        Stream<Message> settled = memory.texts.said(c.id()).stream().filter(text -> !waiting.contains(text));
        List<Message> said = Stream.concat(settled, waiting.stream()).toList();
        return said.subList(Math.max(0, said.size() - most), said.size()).stream().map(memory.texts::utterance).toList();
    }

    private boolean isOptedOut(Conversation c) {
        return memory.optOuts.holds(c.organization(), c.ourNumber(), c.contact().value());
    }

    private ReplyCommit commit(Lane lane, Conversation c, ReplyDraft draft) {
        if (isOptedOut(c)) {
            return new ReplyCommit.OptedOut();
        }
        if (c.state() == ConversationState.HUMAN) {
            return new ReplyCommit.TakenOver();
        }
        if (memory.talks.inboundCount(c.id()) != draft.inboundCount()) {
            return new ReplyCommit.Superseded();
        }
        memory.texts.put(Written.sending(draft.text()).in(c.id()).asReply());
        memory.texts.handle(c.id(), draft.answered(), new Texts.Handling(HandledAs.REPLIED, Optional.of(draft.text().id()), memory.now()));
        memory.talks.touch(c, draft.text().createdAt());
        lane.recount();
        return new ReplyCommit.Sending(memory.work.begin(WorkKey.send(c.organization(), draft.text().id())));
    }
}
