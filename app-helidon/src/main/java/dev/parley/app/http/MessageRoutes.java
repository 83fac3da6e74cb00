package dev.parley.app.http;

import static dev.parley.ports.organization.Scope.MESSAGES_READ;
import static dev.parley.ports.organization.Scope.MESSAGES_SEND;

import dev.parley.ports.MessageId;
import dev.parley.ports.Result;
import dev.parley.ports.in.UseCases;
import java.util.List;

/** {@code /v1/messages}. Thread-safe. */
final class MessageRoutes {

    private static final String ALL = "/v1/messages";
    private static final String ONE = "/v1/messages/{id}";

    private final UseCases.Texts texts;
    private final Filters filters;
    private final Idempotency idempotency;

    MessageRoutes(UseCases.Texts texts, Filters filters, Idempotency idempotency) {
        this.texts = texts;
        this.filters = filters;
        this.idempotency = idempotency;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.post(ALL, MESSAGES_SEND, this::send),
                Endpoint.get(ALL, MESSAGES_READ, this::list).paged(Filters.OF_MESSAGES),
                Endpoint.get(ONE, MESSAGES_READ, this::get),
                Endpoint.delete(ONE, MESSAGES_SEND, this::cancel));
    }

    private Result<Reply> send(Call call) {
        return SendRequest.read(call.json()).then(request -> idempotency.once(call, id -> send(call, request, id)));
    }

    private Result<Reply> send(Call call, SendRequest request, MessageId id) {
        return texts.send().send(request.command(id, call.organization())).map(message -> Reply.created(MessageJson.write(message)));
    }

    private Result<Reply> list(Call call) {
        return Paging.of(call.query())
                .then(
                        page -> filters.messages(call)
                                .map(
                                        filter -> Reply
                                                .list(texts.listMessages().list(call.organization(), filter, page), MessageJson::write)));
    }

    private Result<Reply> get(Call call) {
        return texts.getMessage().get(call.organization(), Formats.messageId(call.path("id"))).map(m -> Reply.ok(MessageJson.write(m)));
    }

    private Result<Reply> cancel(Call call) {
        return texts.cancel().cancel(call.organization(), Formats.messageId(call.path("id"))).map(m -> Reply.ok(MessageJson.write(m)));
    }
}
