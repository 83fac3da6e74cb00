package dev.parley.app.http;

import dev.parley.ports.Address;
import dev.parley.ports.AgentId;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.ConversationId;
import dev.parley.ports.Cursor;
import dev.parley.ports.Encoding;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.Rejection;
import dev.parley.ports.Result;
import dev.parley.ports.conversation.Conversation;
import dev.parley.ports.conversation.ConversationFilter;
import dev.parley.ports.conversation.ConversationState;
import dev.parley.ports.in.SendCommand;
import dev.parley.ports.in.SendText;
import dev.parley.ports.in.SimulateText;
import dev.parley.ports.in.UseCases;
import dev.parley.ports.message.Content;
import dev.parley.ports.message.Failure;
import dev.parley.ports.message.HandledAs;
import dev.parley.ports.message.InboundMessage;
import dev.parley.ports.message.Message;
import dev.parley.ports.message.MessageFilter;
import dev.parley.ports.message.MessageHeader;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.message.OutboundMessage;
import dev.parley.ports.out.IdSource;
import dev.parley.ports.spi.Media;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Messages and conversations in memory; what sending comes to can be said. */
final class FakeTexts {

    final Shelf<MessageId, Message> messages = new Shelf<>(
            "message",
            m -> m.header().organization(),
            Message::id,
            m -> new Cursor(
                    m.header()
                            .createdAt(),
                    m.id().value()));
    final Shelf<ConversationId, Conversation> conversations = new Shelf<>(
            "conversation",
            Conversation::organization,
            Conversation::id,
            c -> new Cursor(c.createdAt(), c.id().value()));
    final List<SendCommand> commands = new CopyOnWriteArrayList<>();
    final List<MessageFilter> filters = new CopyOnWriteArrayList<>();
    final List<ConversationFilter> conversationFilters = new CopyOnWriteArrayList<>();
    volatile SendText sending = this::send;
    volatile SimulateText simulating = (_, _, _, _) -> Result.ok("SM1");

    private final IdSource ids;
    private final TestClock clock;

    FakeTexts(IdSource ids, TestClock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    UseCases.Texts useCases() {
        return new UseCases.Texts(
                command -> {
                    commands.add(command);
                    return sending.send(command);
                },
                messages::find,
                (organization, filter, page) -> {
                    filters.add(filter);
                    return messages.page(organization, page);
                },
                conversations::find,
                (organization, filter, page) -> {
                    conversationFilters.add(filter);
                    return conversations.page(organization, page);
                },
                (organization, from, to, body) -> simulating.text(organization, from, to, body),
                this::cancel);
    }

    private Result<Message> cancel(OrganizationId organization, MessageId id) {
        return messages.find(organization, id)
                .then(m -> m instanceof OutboundMessage out && out.status() == MessageStatus.SCHEDULED ? Result.ok(m)
                        : Result.rejected(Rejection.of(Rejection.Kind.CONFLICT, "not_scheduled", "It is not scheduled.")));
    }

    /** A text that came in with a picture and was answered. */
    Message received(OrganizationId organization) {
        var content = new Content("Hi", Encoding.UCS_2, 1, List.of(new Media("image/jpeg", "https://media.example/1")));
        return messages.put(
                new InboundMessage(
                        header(organization, new MessageId(ids.next())),
                        content,
                        "SM2",
                        Optional.of(
                                HandledAs.REPLIED),
                        Optional.of(new MessageId(ids.next()))));
    }

    Conversation conversation(OrganizationId organization) {
        clock.advance(Duration.ofSeconds(1));
        return conversations.put(
                new Conversation(
                        new ConversationId(ids.next()),
                        organization,
                        Optional.of(new AgentId(ids.next())),
                        Optional.empty(),
                        new PhoneNumber("+15005550006"),
                        new Address("+12025550123"),
                        ConversationState.AI,
                        Optional.empty(),
                        clock
                                .instant(),
                        Optional.of(clock.instant()),
                        clock.instant()));
    }

    OutboundMessage outbound(SendCommand command, MessageStatus status, Optional<Failure> failure) {
        boolean generated = command.words() instanceof SendCommand.Words.Generated;
        String body = command.words() instanceof SendCommand.Words.Raw(var words) ? words : "Made up.";
        return new OutboundMessage(
                header(command.organization(), command.id()),
                new Content(body, Encoding.GSM_7, 1, List.of()),
                status,
                generated,
                failure.isPresent() ? Optional.empty() : Optional.of("SM3"),
                failure,
                command.sendAt());
    }

    private Result<OutboundMessage> send(SendCommand command) {
        MessageStatus status = command.sendAt().isPresent() ? MessageStatus.SCHEDULED : MessageStatus.SENT;
        OutboundMessage message = outbound(command, status, Optional.empty());
        messages.put(message);
        return Result.ok(message);
    }

    private MessageHeader header(OrganizationId organization, MessageId id) {
        clock.advance(Duration.ofSeconds(1));
        return new MessageHeader(
                id,
                organization,
                Optional.of(new ConversationId(ids.next())),
                Optional.of(new AgentId(ids.next())),
                new ConnectionId(ids.next()),
                Optional.of(new Address("+15005550006")),
                new Address("+12025550123"),
                clock.instant(),
                clock
                        .instant());
    }
}
