package dev.parley.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.ports.notify.CustomerEvent;
import dev.parley.ports.notify.CustomerEvent.MessageReceived;
import dev.parley.ports.spi.Media;
import java.util.List;

/** Events as they are sent. A field is added at the end, never renamed or removed: receivers read these by name. */
final class EventJson {

    private EventJson() {}

    static String of(CustomerEvent event) {
        return switch (event) {
            case MessageReceived received -> messageReceived(received).toString();
        };
    }

    private static ObjectNode messageReceived(MessageReceived event) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("event", event.name());
        json.put("fromNumber", event.fromNumber());
        json.put("toNumber", event.toNumber());
        json.put("body", event.body());
        json.put("organizationId", event.organizationId().toString());
        json.put("agentId", event.agentId().toString());
        json.put("conversationId", event.conversationId().toString());
        json.put("messageSid", event.messageSid());
        json.put("messageId", event.messageId().toString());
        json.put("receivedAt", event.receivedAt().toString());
        putMedia(json, event.media());
        if (event.optOut()) {
            json.put("optOut", true);
        }
        return json;
    }

    private static void putMedia(ObjectNode json, List<Media> media) {
        var array = json.putArray("media");
        media.forEach(one -> array.addObject().put("contentType", one.contentType()).put("url", one.url()));
    }
}
