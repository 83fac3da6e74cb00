package dev.parley.persistence;

import dev.parley.ports.ConversationId;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reply lanes that move on at the same time move on together. */
final class JdbcReplies implements Replies {

    private final Database database;
    private final WorkRows work;
    private final Together<ReplyWindows.Wanted, Optional<ReplyWindow>> wanted;
    private final Together<Draft, ReplyCommit> drafts;
    private final Together<Claim, Release> releases;

    JdbcReplies(Database database, WorkRows work, ReplyWindows windows) {
        this.database = database;
        this.work = work;
        wanted = new Together<>(
                database,
                Together.Step.of(
                        "Replies.window",
                        w -> WorkRows.order(w.claim().key()),
                        (tx, all) -> Optional.of(windows.read(tx, all)),
                        Optional::empty));
        drafts = new Together<>(
                database,
                new Together.Step<>("Replies.commit", d -> WorkRows.order(d.lane().key()), this::commit, this::commit));
        releases = new Together<>(
                database,
                Together.Step.of("Replies.release", c -> WorkRows.order(c.key()), this::release, () -> Release.FENCED));
    }

    @Override
    public Optional<ReplyWindow> window(Claim claim, int mostTurns) {
        return wanted.ask(new ReplyWindows.Wanted(claim, mostTurns));
    }

    @Override
    public ReplyCommit commit(Claim claim, ReplyDraft draft) {
        Claim send = work.first(WorkKey.send(draft.text().organization(), draft.text().id()));
        return drafts.ask(new Draft(claim, draft, send));
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
        return releases.ask(claim);
    }

    private Optional<List<Release>> release(Session tx, List<Claim> claims) {
        Map<Claim, Lane> lanes = Lane.lock(tx, work, claims);
        work.end(tx, lanes.values().stream().filter(lane -> lane.unansweredSince().isEmpty()).map(Lane::claim).toList());
        return Optional.of(
                claims.stream()
                        .map(
                                claim -> Optional.ofNullable(lanes.get(claim))
                                        .map(lane -> lane.unansweredSince().isEmpty() ? Release.EMPTY : lane.release(true))
                                        .orElse(Release.FENCED))
                        .toList());
    }

    private ReplyCommit commit(Session tx, Draft draft) {
        return commit(tx, List.of(draft)).map(List::getFirst)
                // Our own, from a commit whose answer was lost; any other would be a bug of whoever gives ids.
                .orElseGet(() -> work.holds(tx, draft.send()) ? new ReplyCommit.Sending(draft.send()) : new ReplyCommit.Fenced());
    }

    /** Nothing when a text of one of these ids is here already. */
    private Optional<List<ReplyCommit>> commit(Session tx, List<Draft> all) {
        Map<Claim, Lane> lanes = Lane.lock(tx, work, all.stream().map(Draft::lane).toList());
        List<ReplyCommit> verdicts = all.stream()
                .map(draft -> Optional.ofNullable(lanes.get(draft.lane())).map(draft::verdict).orElseGet(ReplyCommit.Fenced::new))
                .toList();
        List<Draft> good = IntStream.range(0, all.size())
                .filter(i -> verdicts.get(i) instanceof ReplyCommit.Sending)
                .mapToObj(all::get)
                .toList();
        return store(tx, good, lanes) ? Optional.of(verdicts) : Optional.empty();
    }

    private boolean store(Session tx, List<Draft> drafts, Map<Claim, Lane> lanes) {
        if (!MessageRows.Outbound.insert(tx, drafts.stream().map(Draft::row).toList())) {
            return false;
        }
        Lane.handle(tx, drafts.stream().collect(Collectors.toMap(draft -> lanes.get(draft.lane()), Draft::handling)));
        work.begin(tx, drafts.stream().map(Draft::send).toList());
        return true;
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

    /** A reply, the lane that it was written in, and the work that sending it will be. */
    private record Draft(Claim lane, ReplyDraft draft, Claim send) {

        private ReplyCommit verdict(Lane locked) {
            if (locked.isOptedOut()) {
                return new ReplyCommit.OptedOut();
            }
            if (locked.state() == ConversationState.HUMAN) {
                return new ReplyCommit.TakenOver();
            }
            return locked.inboundCount() == draft.inboundCount() ? new ReplyCommit.Sending(send) : new ReplyCommit.Superseded();
        }

        private MessageRows.Outbound row() {
            return new MessageRows.Outbound(draft.text(), Optional.of(new ConversationId(lane.key().subject())), true);
        }

        private Lane.Handling handling() {
            OutboundDraft text = draft.text();
            return new Lane.Handling(
                    draft.answered(),
                    HandledAs.REPLIED,
                    Optional.of(text.id()),
                    Optional.of(text.createdAt()),
                    Optional.empty());
        }
    }
}
