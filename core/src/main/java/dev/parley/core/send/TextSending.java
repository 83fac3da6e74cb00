package dev.parley.core.send;

import dev.parley.core.send.SenderChoice.Sender;
import dev.parley.core.work.Dispatcher;
import dev.parley.core.world.World;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Rejection;
import dev.parley.ports.Result;
import dev.parley.ports.in.SendCommand;
import dev.parley.ports.in.SendText;
import dev.parley.ports.message.Failure;
import dev.parley.ports.message.InboundMessage;
import dev.parley.ports.message.Message;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.message.OutboundMessage;
import dev.parley.ports.out.Begun;
import dev.parley.ports.out.OutboundDraft;
import dev.parley.ports.out.Pace;
import dev.parley.ports.work.Claim;
import java.time.Duration;
import java.time.Instant;

/** Sends texts that somebody asked for: choose the sender, find the words, write them down, hand them over, wait a while. */
public final class TextSending implements SendText {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final World world;
    private final Dispatcher dispatcher;
    private final Handover handover;
    private final Wording wording;
    private final Scheduling scheduling;
    private final Drafting drafting;

    /** Takes who finds words, who hands over and who sees to it. */
    public TextSending(World world, Dispatcher dispatcher, Handover handover, Wording wording) {
        this.world = world;
        this.dispatcher = dispatcher;
        this.handover = handover;
        this.wording = wording;
        this.scheduling = new Scheduling(world, dispatcher, wording);
        this.drafting = new Drafting(world.nature());
    }

    @Override
    public Result<OutboundMessage> send(SendCommand command) {
        Result<OutboundMessage> result = attempt(command);
        // Refused now, but perhaps taken up again from somebody who died after it was written down.
        boolean isNew = result instanceof Result.Ok || world.traffic().messages().find(command.organization(), command.id()).isEmpty();
        return isNew ? result : outcome(command.organization(), command.id());
    }

    private Result<OutboundMessage> attempt(SendCommand command) {
        Instant end = world.nature().clock().instant().plus(PATIENCE);
        return new SenderChoice(world.setup())
                .choose(command)
                .then(sender -> allowed(command, sender))
                .then(sender -> command.sendAt().isPresent() ? later(command, sender) : now(command, sender, end));
    }

    private Result<OutboundMessage> now(SendCommand command, Sender sender, Instant end) {
        return wording.words(command, sender).then(words -> send(drafting.draft(command, sender, words), sender, end));
    }

    private Result<OutboundMessage> later(SendCommand command, Sender sender) {
        return scheduling.schedule(command, sender).then(this::outcome);
    }

    private Result<Sender> allowed(SendCommand command, Sender sender) {
        if (sender.from().filter(command.to()::equals).isPresent()) {
            return Result.rejected(Rejection.invalid("to", "same_number", "A number cannot text itself."));
        }
        boolean optedOut = sender.from()
                .filter(from -> world.traffic().suppressions().isOptedOut(command.organization(), from, command.to().e164()))
                .isPresent();
        return optedOut ? Result.rejected(optedOut()) : Result.ok(sender);
    }

    private Result<OutboundMessage> send(OutboundDraft draft, Sender sender, Instant end) {
        return switch (world.traffic().outbox().begin(draft)) {
            case Begun.OptedOut _ -> Result.rejected(optedOut());
            case Begun.Existing _ -> outcome(draft);
            case Begun.Sending(var claim) -> {
                handOver(claim, draft, sender, end);
                yield outcome(draft);
            }
        };
    }

    /** Waits for what it comes to, but no longer than until {@code end}; it goes on without us. */
    private void handOver(Claim claim, OutboundDraft draft, Sender sender, Instant end) {
        Duration rest = Duration.between(world.nature().clock().instant(), end);
        dispatcher.handAndWait(
                claim,
                rest.isPositive() ? rest : Duration.ZERO,
                mine -> handover.handOver(mine, draft, sender.connection(), Pace.Urgency.REQUEST));
    }

    private Result<OutboundMessage> outcome(OutboundDraft draft) {
        return outcome(draft.organization(), draft.id());
    }

    private Result<OutboundMessage> outcome(OrganizationId organization, MessageId id) {
        Message stored = world.traffic()
                .messages()
                .find(organization, id)
                .orElseThrow(() -> new IllegalStateException("a message that was written down is gone"));
        return switch (stored) {
            case OutboundMessage message when message.status() == MessageStatus.FAILED -> Result.rejected(refused(message));
            case OutboundMessage message -> Result.ok(message);
            case InboundMessage _ -> throw new IllegalStateException("a message of ours is inbound");
        };
    }

    private static Rejection refused(OutboundMessage message) {
        String detail = message.failure().map(Failure::message).orElse("The provider refused the text.");
        return Rejection.of(Rejection.Kind.UPSTREAM, "provider_refused", detail).about(message.id());
    }

    private static Rejection optedOut() {
        return Rejection.invalid("to", "recipient_opted_out", "The contact has opted out of texts from this number.");
    }
}
