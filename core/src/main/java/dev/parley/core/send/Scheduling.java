package dev.parley.core.send;

import dev.parley.core.compose.Composition;
import dev.parley.core.send.SenderChoice.Sender;
import dev.parley.core.work.Dispatcher;
import dev.parley.core.world.World;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Rejection;
import dev.parley.ports.Result;
import dev.parley.ports.in.CancelText;
import dev.parley.ports.in.SendCommand;
import dev.parley.ports.in.SendCommand.Words.Generated;
import dev.parley.ports.message.Message;
import dev.parley.ports.out.OutboundDraft;
import dev.parley.ports.out.ScheduledText;
import dev.parley.ports.work.WorkKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Writes texts down that are to be sent later, and takes them back. Thread-safe. */
public final class Scheduling implements CancelText {

    private static final Duration FARTHEST = Duration.ofDays(35);

    /** Up to here the node that wrote a text down comes back to it to the moment; later ones are found by polling. */
    private static final Duration SOON = Duration.ofMinutes(5);

    private final World world;
    private final Dispatcher dispatcher;
    private final Wording wording;
    private final Drafting drafting;

    /** Takes who comes back to them, and who says what words they can have. */
    public Scheduling(World world, Dispatcher dispatcher, Wording wording) {
        this.world = world;
        this.dispatcher = dispatcher;
        this.wording = wording;
        this.drafting = new Drafting(world.nature());
    }

    /** Writes down what is to be sent later; of a message that is there already, nothing. */
    Result<OutboundDraft> schedule(SendCommand command, Sender sender) {
        Instant at = command.sendAt().orElseThrow();
        Duration in = Duration.between(world.nature().clock().instant(), at);
        if (!in.isPositive()) {
            return Result.rejected(Rejection.invalid("sendAt", "in_the_past", "A text can only be scheduled for later."));
        }
        if (in.compareTo(FARTHEST) > 0) {
            return Result.rejected(
                    Rejection.invalid("sendAt", "too_far_ahead", "A text can be scheduled up to " + FARTHEST.toDays() + " days ahead."));
        }
        return wording.outline(command, sender).map(known -> {
            OutboundDraft draft = drafting.draft(command, sender, new Composition.Words(known, false));
            boolean isNew = world.traffic().schedule().add(new ScheduledText(draft, at, wish(command)));
            if (isNew && in.compareTo(SOON) < 0) {
                dispatcher.wake(WorkKey.schedule(draft.organization(), draft.id()), in);
            }
            return draft;
        });
    }

    @Override
    public Result<Message> cancel(OrganizationId organization, MessageId id) {
        return switch (world.traffic().schedule().cancel(organization, id)) {
            case CANCELED -> Result.ok(world.traffic().messages().find(organization, id).orElseThrow());
            case NOT_SCHEDULED -> Result.rejected(
                    Rejection.of(Rejection.Kind.CONFLICT, "not_scheduled",
                            "Only a scheduled text can be taken back, until its time comes."));
            case NOT_THERE -> Result.rejected(Rejection.notFound("message"));
        };
    }

    private static Optional<ScheduledText.Wish> wish(SendCommand command) {
        return command.words() instanceof Generated(var history, var prompt, var variables)
                ? Optional.of(new ScheduledText.Wish(history, prompt, variables))
                : Optional.empty();
    }
}
