package dev.parley.app.http;

import dev.parley.app.json.JsonObject;
import dev.parley.ports.conversation.Conversation;

/** Conversations as JSON. */
final class ConversationJson {

    private ConversationJson() {}

    static JsonObject write(Conversation conversation) {
        return new JsonObject().put("id", conversation.id())
                .put("agentId", conversation.agent())
                .put("phoneNumberId", conversation.assignedNumber())
                .put("ourNumber", conversation.ourNumber())
                .put("contactNumber", conversation.contact())
                .put("state", Formats.word(conversation.state()))
                .put("humanUntil", conversation.humanUntil())
                .put("lastMessageAt", conversation.lastMessageAt())
                .put("unansweredSince", conversation.unansweredSince())
                .put("createdAt", conversation.createdAt());
    }
}
