package dev.parley.vonage;

import com.vonage.client.DynamicEndpoint;
import com.vonage.client.HttpWrapper;
import com.vonage.client.RestEndpoint;
import com.vonage.client.auth.HeaderAuthMethod;
import com.vonage.client.common.HttpMethod;
import com.vonage.client.messages.MessagesVersion;
import com.vonage.client.messages.sms.EncodingType;
import com.vonage.client.messages.sms.SmsTextRequest;
import dev.parley.ports.Encoding;
import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.spi.SendOutcome;

/**
 * Sends by the <a href="https://developer.vonage.com/en/api/messages">Messages API</a>. The answer is read by us, since the library takes
 * no name of a message that is no UUID.
 */
final class MessagesApi implements Api {

    private static final SendOutcome UNREADABLE = new SendOutcome.Ambiguous(
            "Vonage answered with success, but its answer names no message");

    private final RestEndpoint<SmsTextRequest, String> messages;

    MessagesApi(HttpWrapper client) {
        this.messages = endpoint(client);
    }

    /** Its array of further ways to log in is not checked by the compiler, and here empty. */
    @SuppressWarnings("unchecked")
    private static RestEndpoint<SmsTextRequest, String> endpoint(HttpWrapper client) {
        String url = client.getHttpConfig().getApiBaseUri() + "/v1/messages";
        return DynamicEndpoint.<SmsTextRequest, String>builder(String.class)
                .wrapper(client)
                .requestMethod(HttpMethod.POST)
                .authMethod(HeaderAuthMethod.class)
                .acceptHeader("application/json")
                .pathGetter((_, _) -> url)
                .build();
    }

    @Override
    public SendOutcome send(OutboundText text, String from) {
        return Json.object(messages.execute(request(text, from)))
                .flatMap(answer -> Json.find(answer, "message_uuid"))
                .<SendOutcome>map(SendOutcome::accepted)
                .orElse(UNREADABLE);
    }

    private static SmsTextRequest request(OutboundText text, String from) {
        var request = SmsTextRequest.builder()
                .from(from)
                .to(VonageNumber.write(text.to()))
                .text(text.body())
                .encodingType(text.encoding() == Encoding.UCS_2 ? EncodingType.UNICODE : EncodingType.TEXT)
                .clientRef(text.id().toString())
                // Whatever the account says: the older version names numbers in another place.
                .webhookVersion(MessagesVersion.V1);
        return (Api.isReachable(text.statusUrl()) ? request.webhookUrl(text.statusUrl().toString()) : request).build();
    }
}
