package dev.parley.core.reply;

import dev.parley.core.compose.Composition;
import dev.parley.core.notify.Notifier;
import dev.parley.core.policy.HouseRules;
import dev.parley.core.policy.Occasion;
import dev.parley.core.policy.ReplyDecision;
import dev.parley.core.policy.ReplyDecision.Generate;
import dev.parley.core.policy.ReplyDecision.Nothing;
import dev.parley.core.policy.ReplyDecision.Notify;
import dev.parley.core.policy.ReplyDecision.Say;
import dev.parley.core.policy.ReplyDecision.StaySilent;
import dev.parley.core.work.Backoff;
import dev.parley.core.work.Dispatcher;
import dev.parley.core.work.WorkHandler;
import dev.parley.core.world.World;
import dev.parley.ports.MessageId;
import dev.parley.ports.conversation.ConversationState;
import dev.parley.ports.message.HandledAs;
import dev.parley.ports.message.Message;
import dev.parley.ports.organization.Organization;
import dev.parley.ports.out.Release;
import dev.parley.ports.out.Replies;
import dev.parley.ports.out.ReplyCommit;
import dev.parley.ports.out.ReplyWindow;
import dev.parley.ports.out.ReplyWindow.Responder;
import dev.parley.ports.out.Settlement;
import dev.parley.ports.work.Claim;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Answers conversations, each by one holder at a time: read the window, decide, find words outside any transaction, write them
 * down if they still fit, hand them over, give the lane back. Thread-safe.
 */
public final class ReplyLane implements WorkHandler {

    private static final Logger LOG = System.getLogger(ReplyLane.class.getName());
    private static final int TURNS = 40;
    private static final Backoff MODEL_PATIENCE = Backoff.ofSeconds(1, 4, 15);

    /** Somebody waits: what a vendor asks for beyond that is not worth it. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final World world;
    private final Replies replies;
    private final Dispatcher dispatcher;
    private final ReplyWriter writer;
    private final Notifier notifier;
    private final Rounds rounds = new Rounds();

    /** Takes what it works on and who writes and tells for it. */
    public ReplyLane(World world, Dispatcher dispatcher, ReplyWriter writer, Notifier notifier) {
        this.world = world;
        this.replies = world.traffic().replies();
        this.dispatcher = dispatcher;
        this.writer = writer;
        this.notifier = notifier;
    }

    @Override
    public void handle(Claim claim) {
        replies.window(claim, TURNS).ifPresent(window -> act(claim, window));
    }

    /** The conversation is left as it is: the next text is answered like any other. */
    @Override
    public void giveUp(Claim claim) {
        done(claim, replies.giveUp(claim));
    }

    private void act(Claim claim, ReplyWindow window) {
        switch (decide(window)) {
            case Nothing _ -> done(claim, replies.release(claim));
            case StaySilent(var why) -> settle(claim, window, why);
            case Notify _ -> done(claim, notifier.tell(claim, window));
            case Say(var text) -> reply(claim, window, new Composition.Words(text, false));
            case Generate _ -> generate(claim, window);
        }
    }

    private ReplyDecision decide(ReplyWindow window) {
        boolean active = world.setup()
                .organizations()
                .find(window.conversation().organization())
                .filter(o -> o.status() == Organization.Status.ACTIVE)
                .isPresent();
        return active ? HouseRules.rule(new Occasion(window, world.nature().clock().instant())).decision() : new StaySilent(HandledAs.OFF);
    }

    private void generate(Claim claim, ReplyWindow window) {
        switch (writer.compose(window)) {
            case Composition.Words words -> reply(claim, window, words);
            case Composition.None none -> withoutWords(claim, window, none);
        }
    }

    private void reply(Claim claim, ReplyWindow window, Composition.Words words) {
        switch (writer.write(claim, window, words)) {
            case ReplyCommit.Sending _ -> done(claim, replies.release(claim));
            case ReplyCommit.Superseded _ -> again(claim, delay(window));
            case ReplyCommit.OptedOut _ -> settle(claim, window, HandledAs.OPT_OUT);
            case ReplyCommit.TakenOver _ -> settle(claim, window, HandledAs.HUMAN);
            case ReplyCommit.Fenced _ -> LOG.log(Level.INFO, "another holder answers this conversation");
        }
    }

    private void withoutWords(Claim claim, ReplyWindow window, Composition.None none) {
        LOG.log(Level.WARNING, "no reply in conversation {0}: {1}", window.conversation().id(), none.why());
        int round = rounds.lost(window);
        if (none.mayPass() && !MODEL_PATIENCE.isOver(round)) {
            again(claim, pause(none, round));
            return;
        }
        writer.fallback(window).ifPresentOrElse(words -> reply(claim, window, words), () -> callHuman(claim, window));
    }

    private Duration pause(Composition.None none, int round) {
        Duration ours = MODEL_PATIENCE.jittered(round, world.nature().random());
        return none.retryAfter().map(wanted -> wanted.compareTo(LONGEST_PAUSE) < 0 ? wanted : LONGEST_PAUSE).orElse(ours);
    }

    private void callHuman(Claim claim, ReplyWindow window) {
        done(claim, replies.settle(claim, new Settlement(waiting(window), HandledAs.FAILED, Optional.of(ConversationState.HUMAN))));
    }

    private void settle(Claim claim, ReplyWindow window, HandledAs as) {
        done(claim, replies.settle(claim, new Settlement(waiting(window), as, Optional.empty())));
    }

    private static List<MessageId> waiting(ReplyWindow window) {
        return window.unanswered().stream().map(Message::id).toList();
    }

    private void done(Claim claim, Release left) {
        if (left == Release.MORE_WAITS) {
            dispatcher.wake(claim.key(), Duration.ZERO);
        }
    }

    private void again(Claim claim, Duration in) {
        if (world.traffic().work().postpone(claim, in)) {
            dispatcher.wake(claim.key(), in);
        }
    }

    private static Duration delay(ReplyWindow window) {
        return window.responder().map(Responder::agent).map(a -> a.config().limits().delay()).orElse(Duration.ZERO);
    }
}
