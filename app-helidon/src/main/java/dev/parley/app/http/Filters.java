package dev.parley.app.http;

import dev.parley.app.json.Fields;
import dev.parley.app.json.Format;
import dev.parley.ports.Rejection;
import dev.parley.ports.Result;
import dev.parley.ports.conversation.ConversationFilter;
import dev.parley.ports.conversation.ConversationState;
import dev.parley.ports.in.GetAgent;
import dev.parley.ports.in.GetConversation;
import dev.parley.ports.message.Direction;
import dev.parley.ports.message.MessageFilter;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.notify.DeliveryFilter;
import dev.parley.ports.notify.DeliveryStatus;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What narrows the lists of messages and conversations. An id that is not there, or not the caller's, is not found; it is
 * never just an empty list, which would leave the caller looking for a mistake elsewhere. Thread-safe.
 */
final class Filters {

    static final Set<String> OF_MESSAGES = Set.of("conversationId", "agentId", "contact", "direction", "status", "since", "until");
    static final Set<String> OF_DELIVERIES = Set.of("status", "since", "until");
    static final Set<String> OF_CONVERSATIONS = Set.of("agentId", "contact", "state");

    private static final int LONGEST_ADDRESS = 64;

    private static final Format<Direction> DIRECTION = Formats.word(Direction.values());
    private static final Format<MessageStatus> STATUS = Format.oneOf(Arrays.asList(MessageStatus.values()), MessageStatus::word);
    private static final Format<DeliveryStatus> DELIVERY_STATUS =
            Format.oneOf(Arrays.asList(DeliveryStatus.values()), DeliveryStatus::word);
    private static final Format<ConversationState> STATE = Formats.word(ConversationState.values());
    private static final Format<String> CONTACT = new Format<>(
            "not_an_address",
            "Must be a number or another address of a contact.",
            Filters::contact);

    private final GetAgent agents;
    private final GetConversation conversations;

    Filters(GetAgent agents, GetConversation conversations) {
        this.agents = agents;
        this.conversations = conversations;
    }

    /** Which messages are wanted. */
    Result<MessageFilter> messages(Call call) {
        Fields fields = call.query().fields();
        var filter = new MessageFilter(
                fields.text("conversationId", Formats.CONVERSATION_ID),
                fields.text("agentId", Formats.AGENT_ID),
                fields.text("contact", CONTACT),
                fields.text("direction", DIRECTION),
                fields.text("status", STATUS),
                fields.text("since", Formats.INSTANT),
                fields.text("until", Formats.INSTANT));
        return fields.build(() -> filter)
                .then(
                        wanted -> ifFound(
                                wanted,
                                Stream.concat(
                                        wanted.conversation().stream().map(id -> conversations.get(call.organization(), id)),
                                        wanted.agent().stream().map(id -> agents.get(call.organization(), id)))));
    }

    /** Which deliveries are wanted. */
    static Result<DeliveryFilter> deliveries(Fields fields) {
        var filter = new DeliveryFilter(
                fields.text("status", DELIVERY_STATUS),
                fields.text("since", Formats.INSTANT),
                fields.text("until", Formats.INSTANT));
        return fields.build(() -> filter);
    }

    /** Which conversations are wanted. */
    Result<ConversationFilter> conversations(Call call) {
        Fields fields = call.query().fields();
        var filter = new ConversationFilter(
                fields.text("agentId", Formats.AGENT_ID),
                fields.text("contact", CONTACT),
                fields.text("state", STATE));
        return fields.build(() -> filter)
                .then(wanted -> ifFound(wanted, wanted.agent().stream().map(id -> agents.get(call.organization(), id))));
    }

    private static <T> Result<T> ifFound(T wanted, Stream<Result<?>> lookUps) {
        return lookUps.flatMap(Filters::refusal)
                .findFirst()
                .<Result<T>>map(Result::rejected)
                .orElseGet(() -> Result.ok(wanted));
    }

    private static Stream<Rejection> refusal(Result<?> lookUp) {
        return lookUp instanceof Result.Rejected<?>(var rejection) ? Stream.of(rejection) : Stream.empty();
    }

    // A plus sign that was not escaped arrives as a space.
    private static Optional<String> contact(String text) {
        String address = text.startsWith(" ") ? "+" + text.strip() : text.strip();
        return Optional.of(address).filter(a -> !a.isEmpty() && a.length() <= LONGEST_ADDRESS);
    }
}
