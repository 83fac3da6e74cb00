package dev.parley.core.policy;

import dev.parley.core.text.Segments;
import dev.parley.ports.Address;
import dev.parley.ports.ConversationId;
import dev.parley.ports.MessageId;
import dev.parley.ports.Variables;
import dev.parley.ports.agent.Agent;
import dev.parley.ports.agent.AgentStatus;
import dev.parley.ports.agent.InboundMode;
import dev.parley.ports.agent.Manners;
import dev.parley.ports.agent.MessagingConfig;
import dev.parley.ports.agent.ReplyLimits;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.conversation.Conversation;
import dev.parley.ports.conversation.ConversationState;
import dev.parley.ports.conversation.Speaker;
import dev.parley.ports.conversation.Utterance;
import dev.parley.ports.message.InboundMessage;
import dev.parley.ports.message.MessageHeader;
import dev.parley.ports.out.ReplyWindow;
import dev.parley.ports.out.ReplyWindow.Responder;
import dev.parley.ports.out.ReplyWindow.Standing;
import dev.parley.ports.spi.Media;
import dev.parley.testkit.fake.MutableClock;
import dev.parley.testkit.fake.SequentialIds;
import dev.parley.testkit.sample.Samples;
import dev.parley.testkit.sample.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A conversation in which an agent answers texts, changed by a test until it is what a rule is about. */
final class Situation {

    private final MutableClock clock = new MutableClock(Instant.parse("2026-01-05T12:00:00Z"));
    private final SequentialIds ids = new SequentialIds();
    private final Samples samples = new Samples(ids, clock);
    private final Tenant tenant = samples.tenant();
    private final List<InboundMessage> unanswered = new ArrayList<>();
    private final List<Utterance> said = new ArrayList<>();
    private Address contact = Address.of(samples.contact());
    private Optional<Agent> agent = Optional.of(tenant.agent());
    private ConversationState state = ConversationState.AI;
    private Optional<Instant> humanUntil = Optional.empty();
    private Standing standing = new Standing(false, 0, true);

    Situation from(String address) {
        contact = new Address(address);
        return this;
    }

    /** The contact texts, and waits for an answer. */
    Situation text(String words) {
        return text(words, List.of());
    }

    Situation picture(String words) {
        return text(words, List.of(new Media("image/png", "https://provider.example/1")));
    }

    private Situation text(String words, List<Media> media) {
        var header = new MessageHeader(
                new MessageId(ids.next()),
                tenant.id(),
                Optional.of(conversation().id()),
                agent.map(Agent::id),
                tenant.connection().id(),
                Optional.of(contact),
                Address.of(tenant.ours()),
                clock.instant(),
                clock.instant());
        unanswered.add(new InboundMessage(header, Segments.content(words, media), "in-" + ids.next(), Optional.empty(), Optional.empty()));
        return this;
    }

    /** Somebody said something, which is done with. */
    Situation said(Speaker by, String words) {
        said.add(new Utterance(clock.instant(), by, words));
        return this;
    }

    Situation later(Duration time) {
        clock.passTime(time);
        return this;
    }

    Situation nobodyAnswers() {
        agent = Optional.empty();
        return this;
    }

    Situation disabled() {
        return agent(a -> new Agent(
                a.id(),
                a.organization(),
                a.name(),
                AgentStatus.DISABLED,
                a.connection(),
                a.config(),
                a.defaultVariables(),
                a.webhookSecret(),
                a.version(),
                a.createdAt(),
                a.updatedAt()));
    }

    Situation mode(InboundMode mode) {
        return config(c -> new MessagingConfig(
                mode,
                c.smsPrompt(),
                c.inboundWebhookUrl(),
                c.fromNumber(),
                c.model(),
                c.limits(),
                c.manners(),
                c.events()));
    }

    Situation manners(Manners manners) {
        return config(c -> new MessagingConfig(
                c.inboundMode(),
                c.smsPrompt(),
                c.inboundWebhookUrl(),
                c.fromNumber(),
                c.model(),
                c.limits(),
                manners,
                c.events()));
    }

    Situation fallback(String words) {
        return manners(new Manners(Optional.empty(), Optional.of(words), Set.of(), Optional.empty()));
    }

    private Situation config(UnaryOperator<MessagingConfig> change) {
        return agent(a -> new Agent(
                a.id(),
                a.organization(),
                a.name(),
                a.status(),
                a.connection(),
                change.apply(a.config()),
                a.defaultVariables(),
                a.webhookSecret(),
                a.version(),
                a.createdAt(),
                a.updatedAt()));
    }

    private Situation agent(UnaryOperator<Agent> change) {
        agent = agent.map(change);
        return this;
    }

    Situation takenOver() {
        state = ConversationState.HUMAN;
        return this;
    }

    Situation takenOverFor(Duration time) {
        humanUntil = Optional.of(clock.instant().plus(time));
        return takenOver();
    }

    Situation optedOut() {
        standing = new Standing(true, standing.recentReplies(), standing.modelHasSpoken());
        return this;
    }

    Situation repliesThisHour(int replies) {
        standing = new Standing(standing.optedOut(), replies, standing.modelHasSpoken());
        return this;
    }

    static int usualCap() {
        return ReplyLimits.DEFAULT.maxRepliesPerHour();
    }

    Occasion occasion() {
        List<Utterance> history = new ArrayList<>(said);
        unanswered.forEach(text -> history.add(new Utterance(text.header().createdAt(), Speaker.CONTACT, text.content().body())));
        Connection connection = tenant.connection();
        var window = new ReplyWindow(
                conversation(),
                agent.map(a -> new Responder(a, connection)),
                unanswered,
                history,
                unanswered.size(),
                standing,
                Variables.NONE);
        return new Occasion(window, clock.instant());
    }

    private Conversation conversation() {
        return new Conversation(
                new ConversationId(tenant.agent().id().value()),
                tenant.id(),
                agent.map(Agent::id),
                Optional.empty(),
                tenant.ours(),
                contact,
                state,
                humanUntil,
                clock.instant(),
                unanswered.stream().findFirst().map(text -> text.header().createdAt()),
                clock.instant());
    }
}
