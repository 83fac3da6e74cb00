package dev.parley.core.intake;

import dev.parley.ports.Address;
import dev.parley.ports.Keyword;
import dev.parley.ports.agent.Agent;
import dev.parley.ports.agent.AgentStatus;
import dev.parley.ports.agent.InboundMode;
import dev.parley.ports.message.HandledAs;
import dev.parley.ports.out.Intake;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import java.time.Duration;
import java.util.Optional;

/** Decides what is to become of a text as it comes in. Pure. */
final class IntakePolicy {

    private static final Intake OFF = new Intake.Settled(HandledAs.OFF);

    private IntakePolicy() {}

    /**
     * What is to become of a text.
     *
     * @param providerAnswersKeywords whether the provider answers STOP, START and HELP by itself
     */
    static Intake decide(Agent agent, Address contact, InboundText text, boolean providerAnswersKeywords) {
        Intake ordinary = ordinary(agent, contact);
        Optional<Keyword> keyword = text.handledKeyword().or(() -> Keywords.match(text.body()));
        if (keyword.isEmpty()) {
            return ordinary;
        }
        boolean answered = text.handledKeyword().isPresent() || (providerAnswersKeywords && !Keywords.isEveryday(text.body()));
        return switch (keyword.get()) {
            case STOP -> new Intake.OptOut(source(text, keyword.get()), toldOr(agent, HandledAs.OPT_OUT));
            case START -> new Intake.OptIn(source(text, keyword.get()), answered ? toldOr(agent, HandledAs.OPT_IN) : ordinary);
            case HELP -> answered ? toldOr(agent, HandledAs.HELP) : ordinary;
        };
    }

    /** The same for a text of long ago: what it says of consent holds, a business is told of it, and everything else is for a human. */
    static Intake late(Agent agent, Intake intake) {
        boolean isTold = agent.config().inboundMode() == InboundMode.NOTIFY;
        return switch (intake) {
            case Intake.AwaitReply wait -> isTold ? wait : new Intake.Settled(HandledAs.HUMAN);
            case Intake.Settled settled -> settled;
            case Intake.OptOut(var source, var then) -> new Intake.OptOut(source, late(agent, then));
            case Intake.OptIn(var source, var otherwise) -> new Intake.OptIn(source, late(agent, otherwise));
        };
    }

    private static Intake ordinary(Agent agent, Address contact) {
        if (agent.status() != AgentStatus.ACTIVE) {
            return OFF;
        }
        return switch (agent.config().inboundMode()) {
            case AUTO_REPLY -> contact.phoneNumber().isPresent() ? new Intake.AwaitReply(agent.config().limits().delay()) : OFF;
            case NOTIFY -> new Intake.AwaitReply(Duration.ZERO);
            case OFF -> OFF;
        };
    }

    /** A business that wants to be told is told of these too; nobody else has anything to do. */
    private static Intake toldOr(Agent agent, HandledAs settled) {
        boolean told = agent.status() == AgentStatus.ACTIVE && agent.config().inboundMode() == InboundMode.NOTIFY;
        return told ? new Intake.AwaitReply(Duration.ZERO) : new Intake.Settled(settled);
    }

    private static String source(InboundText text, Keyword keyword) {
        return text.handledKeyword().isPresent() ? "provider:" + keyword : "text:" + Keywords.fold(text.body());
    }
}
