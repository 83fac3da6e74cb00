package dev.parley.app.http;

import static dev.parley.ports.organization.Scope.MESSAGES_READ;

import dev.parley.ports.Result;
import dev.parley.ports.in.UseCases;
import java.util.List;

/** {@code /v1/conversations}. Thread-safe. */
final class ConversationRoutes {

    private final UseCases.Texts texts;
    private final Filters filters;

    ConversationRoutes(UseCases.Texts texts, Filters filters) {
        this.texts = texts;
        this.filters = filters;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/v1/conversations", MESSAGES_READ, this::list).paged(Filters.OF_CONVERSATIONS),
                Endpoint.get("/v1/conversations/{id}", MESSAGES_READ, this::get));
    }

    private Result<Reply> list(Call call) {
        return Paging.of(call.query())
                .then(
                        page -> filters.conversations(call)
                                .map(
                                        filter -> Reply.list(
                                                texts.listConversations().list(call.organization(), filter, page),
                                                ConversationJson::write)));
    }

    private Result<Reply> get(Call call) {
        return texts.getConversation()
                .get(call.organization(), Formats.conversationId(call.path("id")))
                .map(conversation -> Reply.ok(ConversationJson.write(conversation)));
    }
}
