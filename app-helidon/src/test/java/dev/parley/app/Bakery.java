package dev.parley.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A bakery that answers texts: a simulated connection, a number and an agent, and one contact who texts it. */
record Bakery(Caller parley) {

    Bakery(Running parley) {
        this(parley.caller());
    }

    static final String NUMBER = "+15005550006";
    static final String CONTACT = "+12025550123";

    private static final String PROMPT = "You are the assistant of a bakery. We are open from 7 to 18.";

    /**
     * Opens it.
     *
     * @return the agent's id
     */
    String open(int replyDelaySeconds) {
        return open(id(parley.post("/v1/messaging-connections", "{\"provider\":\"simulator\",\"name\":\"Try\"}")), replyDelaySeconds);
    }

    /**
     * Opens it with a Twilio account; it answers without delay.
     *
     * @return the agent's id
     */
    String open(String accountSid, String authToken) {
        return open(connect(accountSid, authToken), 0);
    }

    /** A connection to a Twilio account; its id. */
    String connect(String accountSid, String authToken) {
        return id(parley.post("/v1/messaging-connections", """
                {"provider":"twilio","name":"Real","credentials":{"accountSid":"%s","authToken":"%s"}}""".formatted(accountSid,
                authToken)));
    }

    private String open(String connection, int replyDelaySeconds) {
        String agent = id(parley.post("/v1/agents", """
                {"name":"Bakery","messagingConnectionId":"%s","messagingConfig":{"inboundMode":"auto_reply","replyDelaySeconds":%d,
                 "smsPrompt":"%s"}}""".formatted(connection, replyDelaySeconds, PROMPT)));
        parley.post("/v1/phone-numbers", """
                {"e164":"%s","messagingConnectionId":"%s","agentId":"%s"}""".formatted(NUMBER, connection, agent));
        return agent;
    }

    void text(String body) {
        text(CONTACT, body);
    }

    void text(String contact, String body) {
        parley.post("/v1/simulator/texts", "{\"from\":\"%s\",\"to\":\"%s\",\"body\":\"%s\"}".formatted(contact, NUMBER, body));
    }

    /** The text of ours of that number, once it has arrived. */
    String reply(int number) {
        return Running.eventually(
                () -> Optional.of(messages("outbound"))
                        .filter(texts -> texts.size() >= number)
                        .map(texts -> texts.get(number - 1))
                        .filter(text -> text.path("status").asText().equals("delivered"))
                        .map(text -> text.path("body").asText()));
    }

    /** Those of one direction, oldest first. */
    List<JsonNode> messages(String direction) {
        Stream<JsonNode> newestFirst = StreamSupport.stream(parley.get("/v1/messages?direction=" + direction).spliterator(), false);
        return newestFirst.toList().reversed();
    }

    private static String id(JsonNode made) {
        return made.path("id").asText();
    }
}
