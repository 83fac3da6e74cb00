package dev.parley.persistence;

import dev.parley.ports.conversation.ConversationState;
import dev.parley.ports.message.HandledAs;
import dev.parley.ports.out.OutboundDraft;
import dev.parley.ports.out.Release;
import dev.parley.ports.out.Replies;
import dev.parley.ports.out.ReplyCommit;
import dev.parley.ports.out.ReplyDraft;
import dev.parley.ports.out.ReplyWindow;
import dev.parley.ports.out.Settlement;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import java.util.Optional;

record JdbcReplies(Database database, WorkRows work, ReplyWindows windows) implements Replies {

    @Override
    public Optional<ReplyWindow> window(Claim claim, int mostTurns) {
        return database.read("Replies.window", session -> windows.read(session, claim, mostTurns));
    }

    @Override
    public ReplyCommit commit(Claim claim, ReplyDraft draft) {
        Claim send = work.first(WorkKey.send(draft.text().organization(), draft.text().id()));
        return database.write(
                "Replies.commit",
                tx -> Lane.lock(tx, work, claim).map(lane -> commit(lane, draft, send)).orElseGet(ReplyCommit.Fenced::new));
    }

    @Override
    public Release settle(Claim claim, Settlement settlement) {
        return database.write(
                "Replies.settle",
                tx -> Lane.lock(tx, work, claim).map(lane -> settle(lane, settlement)).orElse(Release.FENCED));
    }

    @Override
    public Release giveUp(Claim claim) {
        return database.write(
                "Replies.giveUp",
                tx -> Lane.lock(tx, work, claim).map(Lane::giveUp).orElse(Release.FENCED));
    }

    @Override
    public Release release(Claim claim) {
        return database.write(
                "Replies.release",
                tx -> Lane.lock(tx, work, claim).map(lane -> lane.release(lane.unansweredSince().isPresent())).orElse(Release.FENCED));
    }

    private ReplyCommit commit(Lane lane, ReplyDraft draft, Claim send) {
        if (lane.isOptedOut()) {
            return new ReplyCommit.OptedOut();
        }
        if (lane.state() == ConversationState.HUMAN) {
            return new ReplyCommit.TakenOver();
        }
        if (lane.inboundCount() != draft.inboundCount()) {
            return new ReplyCommit.Superseded();
        }
        return store(lane, draft, send);
    }

    private ReplyCommit store(Lane lane, ReplyDraft draft, Claim send) {
        OutboundDraft text = draft.text();
        if (!new MessageRows.Outbound(text, Optional.of(lane.conversation()), true).insert(lane.tx())) {
            // Our own, from a commit whose answer was lost; any other would be a bug of whoever gives ids.
            return work.holds(lane.tx(), send) ? new ReplyCommit.Sending(send) : new ReplyCommit.Fenced();
        }
        lane.handle(
                new Lane.Handling(
                        draft.answered(),
                        HandledAs.REPLIED,
                        Optional.of(text.id()),
                        Optional.of(text.createdAt()),
                        Optional.empty()));
        work.begin(lane.tx(), send);
        return new ReplyCommit.Sending(send);
    }

    private static Release settle(Lane lane, Settlement settlement) {
        lane.handle(
                new Lane.Handling(
                        settlement.messages(),
                        settlement.as(),
                        Optional.empty(),
                        Optional.empty(),
                        settlement.state().filter(_ -> lane.state() != ConversationState.CLOSED)));
        return lane.release();
    }
}
