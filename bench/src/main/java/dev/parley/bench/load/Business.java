package dev.parley.bench.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A business with a Twilio account, a number and an agent, set up over the API as anybody would. */
final class Business {

    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");

    private Business() {}

    /** Opens it; its agent answers after so many seconds. */
    static void open(int port, int replyDelaySeconds) throws IOException {
        try (var wire = new Wire(port)) {
            String connection = post(wire, "/v1/messaging-connections", """
                    {"provider":"twilio","name":"Load","credentials":{"accountSid":"%s","authToken":"%s"}}"""
                    .formatted(Texts.ACCOUNT, Texts.TOKEN));
            String agent = post(wire, "/v1/agents", """
                    {"name":"Load","messagingConnectionId":"%s","messagingConfig":{"inboundMode":"auto_reply","replyDelaySeconds":%d,
                     "smsPrompt":"You are the assistant of a bakery. We are open from seven to six."}}"""
                    .formatted(connection, replyDelaySeconds));
            post(wire, "/v1/phone-numbers", """
                    {"e164":"%s","messagingConnectionId":"%s","agentId":"%s"}""".formatted(Texts.NUMBER, connection, agent));
        }
    }

    private static String post(Wire wire, String path, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + Server.KEY
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
        Wire.Answer answer = wire.ask((head + json).getBytes(StandardCharsets.UTF_8));
        Matcher id = ID.matcher(answer.body());
        if (answer.status() / 100 != 2 || !id.find()) {
            throw new IllegalStateException("POST " + path + " was answered " + answer.status() + ": " + answer.body());
        }
        return id.group(1);
    }
}
