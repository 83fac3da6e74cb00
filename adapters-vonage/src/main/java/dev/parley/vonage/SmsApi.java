package dev.parley.vonage;

import com.vonage.client.DynamicEndpoint;
import com.vonage.client.HttpWrapper;
import com.vonage.client.RestEndpoint;
import com.vonage.client.auth.ApiKeyHeaderAuthMethod;
import com.vonage.client.common.HttpMethod;
import com.vonage.client.sms.messages.TextMessage;
import dev.parley.ports.Encoding;
import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.spi.SendOutcome;

/**
 * Sends by the <a href="https://developer.vonage.com/en/api/sms">SMS API</a>. The answer is read by us, since the library makes one word
 * of all statuses that it does not know.
 */
final class SmsApi implements Api {

    private final RestEndpoint<TextMessage, String> messages;

    SmsApi(HttpWrapper client) {
        this.messages = endpoint(client);
    }

    /** Its array of further ways to log in is not checked by the compiler, and here empty. */
    @SuppressWarnings("unchecked")
    private static RestEndpoint<TextMessage, String> endpoint(HttpWrapper client) {
        String url = client.getHttpConfig().getRestBaseUri() + "/sms/json";
        return DynamicEndpoint.<TextMessage, String>builder(String.class)
                .wrapper(client)
                .requestMethod(HttpMethod.POST)
                .authMethod(ApiKeyHeaderAuthMethod.class)
                .urlFormEncodedContentType(true)
                .acceptHeader("application/json")
                .pathGetter((_, _) -> url)
                .build();
    }

    @Override
    public SendOutcome send(OutboundText text, String from) {
        // Vonage drops the characters that the alphabet of a text lacks unless it is told that it needs another.
        boolean unicode = text.encoding() == Encoding.UCS_2;
        TextMessage message = new TextMessage(from, VonageNumber.write(text.to()), text.body(), unicode);
        message.setClientReference(text.id().toString());
        if (Api.isReachable(text.statusUrl())) {
            message.setCallbackUrl(text.statusUrl().toString());
        }
        return SmsSubmission.read(messages.execute(message)).outcome();
    }
}
