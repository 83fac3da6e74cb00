package dev.parley.app.http;

import dev.parley.app.json.JsonObject;
import dev.parley.ports.connection.QuarantinedText;
import dev.parley.ports.connection.SignatureFailure;
import dev.parley.ports.in.ReplayQuarantined.Replayed;

/** What was wrong with what carriers sent, as JSON. */
final class CarrierJson {

    private CarrierJson() {}

    static JsonObject write(QuarantinedText text) {
        return new JsonObject().put("id", text.id())
                .put("messagingConnectionId", text.connection())
                .put("providerMessageId", text.providerMessageId())
                .put("fromNumber", text.from())
                .put("toNumber", text.to())
                .put("body", text.body())
                .put("media", MessageJson.media(text.media()))
                .put("reason", text.reason())
                .put("receivedAt", text.receivedAt());
    }

    static JsonObject write(Replayed replayed) {
        return write(replayed.text()).put("messageId", replayed.message());
    }

    static JsonObject write(SignatureFailure failure) {
        return new JsonObject().put("id", failure.id())
                .put("messagingConnectionId", failure.connection())
                .put("url", failure.url())
                .put("advice", failure.why())
                .put("expectedUrls", failure.expectedUrls())
                .put("matchingUrl", failure.matchingUrl())
                .put("receivedAt", failure.at());
    }
}
