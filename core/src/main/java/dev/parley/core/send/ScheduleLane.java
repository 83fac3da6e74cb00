package dev.parley.core.send;

import dev.parley.core.compose.Composition;
import dev.parley.core.send.SenderChoice.Sender;
import dev.parley.core.work.Backoff;
import dev.parley.core.work.Dispatcher;
import dev.parley.core.work.WorkHandler;
import dev.parley.core.world.World;
import dev.parley.ports.Rejection;
import dev.parley.ports.Result;
import dev.parley.ports.in.SendCommand;
import dev.parley.ports.in.SendCommand.Words;
import dev.parley.ports.message.Failure;
import dev.parley.ports.organization.Organization;
import dev.parley.ports.out.Begun;
import dev.parley.ports.out.OutboundDraft;
import dev.parley.ports.out.Pace;
import dev.parley.ports.out.ScheduledText;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.work.Claim;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends texts whose time has come. Everything is looked at as it is by then: who sends, through which account, and what was said
 * meanwhile. Thread-safe.
 */
public final class ScheduleLane implements WorkHandler {

    /** No node was there for so long; a text that late would surprise. */
    private static final Duration TOO_LATE = Duration.ofHours(4);

    private static final Backoff MODEL_PATIENCE = Backoff.ofSeconds(1, 4, 15);

    private final World world;
    private final Dispatcher dispatcher;
    private final Handover handover;
    private final Wording wording;
    private final Drafting drafting;

    /** Takes who finds words, who hands over and who sees to it. */
    public ScheduleLane(World world, Dispatcher dispatcher, Handover handover, Wording wording) {
        this.world = world;
        this.dispatcher = dispatcher;
        this.handover = handover;
        this.wording = wording;
        this.drafting = new Drafting(world.nature());
    }

    @Override
    public void handle(Claim claim) {
        world.traffic().schedule().find(claim).ifPresent(text -> send(claim, text));
    }

    @Override
    public void giveUp(Claim claim) {
        world.traffic().schedule().fail(claim, SendLane.GIVEN_UP);
    }

    private void send(Claim claim, ScheduledText text) {
        SendCommand command = command(text);
        Result<Sender> sender = stillWanted(text).then(_ -> new SenderChoice(world.setup()).choose(command));
        switch (sender) {
            case Result.Rejected<Sender>(var rejection) -> fail(claim, rejection);
            case Result.Ok<Sender>(var found) -> send(claim, command, found);
        }
    }

    private void send(Claim claim, SendCommand command, Sender sender) {
        switch (wording.words(command, sender)) {
            case Result.Rejected<Composition.Words>(var rejection) -> withoutWords(claim, rejection);
            case Result.Ok<Composition.Words>(var words) -> begin(claim, drafting.draft(command, sender, words), sender);
        }
    }

    private void begin(Claim claim, OutboundDraft draft, Sender sender) {
        if (world.traffic().schedule().begin(claim, draft) instanceof Begun.Sending(var send)) {
            dispatcher.hand(send, mine -> handover.handOver(mine, draft, sender.connection(), Pace.Urgency.SCHEDULED));
        }
    }

    private void withoutWords(Claim claim, Rejection rejection) {
        if (rejection.kind() == Rejection.Kind.UPSTREAM && !MODEL_PATIENCE.isOver(claim.attempts())) {
            Duration pause = MODEL_PATIENCE.jittered(claim.attempts(), world.nature().random());
            if (world.traffic().work().postpone(claim, pause)) {
                dispatcher.wake(claim.key(), pause);
            }
        } else {
            fail(claim, rejection);
        }
    }

    private void fail(Claim claim, Rejection rejection) {
        String code = rejection.kind() == Rejection.Kind.NOT_FOUND ? Reason.SENDER_NOT_ALLOWED.word() : rejection.code();
        world.traffic().schedule().fail(claim, new Failure(code, rejection.detail()));
    }

    private Result<ScheduledText> stillWanted(ScheduledText text) {
        boolean isActive = world.setup()
                .organizations()
                .find(text.text().organization())
                .filter(o -> o.status() == Organization.Status.ACTIVE)
                .isPresent();
        if (!isActive) {
            return Result.rejected(Rejection.of(Rejection.Kind.FORBIDDEN, "organization_suspended", "The organization is suspended."));
        }
        boolean isTooLate = world.nature().clock().instant().isAfter(text.at().plus(TOO_LATE));
        return isTooLate
                ? Result.rejected(Rejection.of(Rejection.Kind.INVALID, Reason.EXPIRED.word(), "Nobody was there to send it in time."))
                : Result.ok(text);
    }

    /** The same wish again. A number brings its connection, which may be another one by now. */
    private static SendCommand command(ScheduledText text) {
        OutboundDraft draft = text.text();
        return new SendCommand(
                draft.id(),
                draft.organization(),
                draft.to(),
                draft.from(),
                draft.agent(),
                draft.from().isPresent() ? Optional.empty() : Optional.of(draft.connection()),
                text.wish()
                        .<Words>map(w -> new Words.Generated(w.history(), w.prompt(), w.variables()))
                        .orElseGet(() -> new Words.Raw(draft.content().body())));
    }
}
