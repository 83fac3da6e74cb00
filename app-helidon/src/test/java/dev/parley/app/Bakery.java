package dev.parley.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A bakery that answers texts: a simulated connection, a number and an agent, and one contact who texts it. */
record Bakery(Caller parley) {

    Bakery(Running parley) {
        this(parley.caller());
    }

    static final String NUMBER = "+15005550006";
    static final String CONTACT = "+12025550123";

    private static final String NUMBERS = "/v1/phone-numbers";
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

    /**
     * Opens it at a number of a connection; it answers without delay.
     *
     * @return the agent's id
     */
    String openAt(String connection, String number) {
        return open(connection, number, 0);
    }

    private String open(String connection, int replyDelaySeconds) {
        return open(connection, NUMBER, replyDelaySeconds);
    }

    private String open(String connection, String number, int replyDelaySeconds) {
        String agent = id(parley.post("/v1/agents", """
                {"name":"Bakery","messagingConnectionId":"%s","messagingConfig":{"inboundMode":"auto_reply","replyDelaySeconds":%d,
                 "smsPrompt":"%s"}}""".formatted(connection, replyDelaySeconds, PROMPT)));
        parley.post(NUMBERS, """
                {"e164":"%s","messagingConnectionId":"%s","agentId":"%s"}""".formatted(number, connection, agent));
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

    /** Takes the only number there is to another connection; the number as it is then. */
    JsonNode moveTo(String connection) {
        return parley.patch(NUMBERS + "/" + number().path("id").asText(), """
                {"messagingConnectionId":"%s"}""".formatted(connection));
    }

    /** The only number there is. */
    JsonNode number() {
        return parley.get(NUMBERS).get(0);
    }

    /** The ids of all conversations. */
    Set<String> conversations() {
        return parley.get("/v1/conversations").findValuesAsText("id").stream().collect(Collectors.toSet());
    }

    /** The ids of those that the texts of one direction are in. */
    Set<String> conversationsOf(String direction) {
        return messages(direction).stream().map(text -> text.path("conversationId").asText()).collect(Collectors.toSet());
    }

    private static String id(JsonNode made) {
        return made.path("id").asText();
    }
}
