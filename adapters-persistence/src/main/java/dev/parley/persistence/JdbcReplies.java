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
import java.time.Instant;
import java.util.Optional;

record JdbcReplies(Database database, WorkRows work, ReplyWindows windows) implements Replies {

    private static final Sql SET_STATE = Sql.of("Replies.setState", """
            UPDATE conversation SET state = :state WHERE org_id = :org AND id = :id AND state <> 'closed'""");

    @Override
    public Optional<ReplyWindow> window(Claim claim, int mostTurns) {
        return database.read("Replies.window", session -> windows.read(session, claim, mostTurns));
    }

    @Override
    public ReplyCommit commit(Claim claim, ReplyDraft draft) {
        OutboundDraft text = draft.text();
        Claim send = work.first(WorkKey.send(text.organization(), text.id()));
        return database.write("Replies.commit", tx -> {
            var lane = new Lane(tx, work, claim);
            return lane.lock(Held::of).map(held -> commit(lane, held, draft, send)).orElseGet(ReplyCommit.Fenced::new);
        });
    }

    @Override
    public Release settle(Claim claim, Settlement settlement) {
        return database.write("Replies.settle", tx -> {
            var lane = new Lane(tx, work, claim);
            return lane.lock(Held::of).map(held -> settle(lane, held, settlement)).orElse(Release.FENCED);
        });
    }

    @Override
    public Release release(Claim claim) {
        return database.write("Replies.release", tx -> {
            var lane = new Lane(tx, work, claim);
            return lane.lock(Held::of).map(held -> lane.release(held.unansweredSince().isPresent())).orElse(Release.FENCED);
        });
    }

    private ReplyCommit commit(Lane lane, Held held, ReplyDraft draft, Claim send) {
        if (held.isOptedOut()) {
            return new ReplyCommit.OptedOut();
        }
        if (held.state() == ConversationState.HUMAN) {
            return new ReplyCommit.TakenOver();
        }
        if (held.inboundCount() != draft.inboundCount()) {
            return new ReplyCommit.Superseded();
        }
        OutboundDraft text = draft.text();
        if (!MessageRows.insert(lane.tx(), text, Optional.of(lane.conversation()), true)) {
            // Our own, from a commit whose answer was lost; any other would be a bug of whoever gives ids.
            return work.holds(lane.tx(), send) ? new ReplyCommit.Sending(send) : new ReplyCommit.Fenced();
        }
        lane.handle(draft.answered(), HandledAs.REPLIED, Optional.of(text.id()), held.unansweredSince());
        Meetings.touch(lane.tx(), lane.organization(), lane.conversation(), text.createdAt());
        work.begin(lane.tx(), send);
        return new ReplyCommit.Sending(send);
    }

    private static Release settle(Lane lane, Held held, Settlement settlement) {
        lane.handle(settlement.messages(), settlement.as(), Optional.empty(), held.unansweredSince());
        settlement.state()
                .ifPresent(
                        state -> lane.tx()
                                .on(SET_STATE)
                                .set("org", lane.organization())
                                .set("id", lane.conversation())
                                .set(
                                        "state",
                                        state)
                                .run());
        return lane.release();
    }

    /** What a step has to look at before it changes anything. */
    private record Held(ConversationState state, long inboundCount, Optional<Instant> unansweredSince, boolean isOptedOut) {

        static Held of(Row row) {
            return new Held(
                    row.word("state", ConversationState.class),
                    row.number("inbound_count"),
                    row.optionalMoment("unanswered_since"),
                    row.has("opted_out"));
        }
    }
}
