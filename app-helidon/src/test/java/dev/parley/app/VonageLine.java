package dev.parley.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.app.VonageHook.Shape;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;

/**
 * A number of a business with a Vonage account of its own, and the webhooks that Vonage calls for it.
 *
 * @param parley the server
 * @param apiKey names the account
 * @param method how the account signs
 * @param connection the id of the account here
 * @param number the number, in E.164
 * @param agent the id of whoever answers at it
 */
record VonageLine(Running parley, String apiKey, String method, String connection, String number, String agent) {

    static final String SECRET = "Kj3v9QxL2mWz8RtY";
    static final String SIGNATURE_SECRET = "Tz5bN8cXq1Lw7PdR";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A connection to that account; its id. */
    static String connect(Running parley, String apiKey, String api, String method) {
        return parley.post("/v1/messaging-connections", """
                {"provider":"vonage","name":"Real","settings":{"api":"%s","signatureMethod":"%s"},
                 "credentials":{"apiKey":"%s","apiSecret":"%s","signatureSecret":"%s"}}"""
                .formatted(api, method, apiKey, SECRET, SIGNATURE_SECRET)).path("id").asText();
    }

    /** Opens a bakery at that number. */
    static VonageLine open(Running parley, String api, String method, String number) {
        String apiKey = "k" + api + method + number.substring(1);
        String connection = connect(parley, apiKey, api, method);
        String agent = new Bakery(parley).openAt(connection, number);
        return new VonageLine(parley, apiKey, method, connection, number, agent);
    }

    /** The address of the connection alone. */
    URI ownAddress() {
        return parley.url("/webhooks/vonage/" + connection + "/inbound");
    }

    /** The address of all connections to Vonage. */
    URI sharedAddress() {
        return parley.url("/webhooks/vonage/inbound");
    }

    /** Where Vonage is told to bring receipts. */
    String statusPath() {
        return "/webhooks/vonage/" + connection + "/status";
    }

    /** A webhook of the SMS API about a contact, as Vonage signs it now. */
    VonageHook signed(VonageHook hook, String contact) {
        return signedAt(Instant.now(), hook, contact);
    }

    VonageHook signedAt(Instant time, VonageHook hook, String contact) {
        return filled(hook, contact).signedAt(time, method, SIGNATURE_SECRET);
    }

    /** The same without a signature. */
    VonageHook filled(VonageHook hook, String contact) {
        return hook.between(contact, number).with("api-key", apiKey);
    }

    /** The status of what Vonage is answered to a text of the SMS API. */
    int text(String id, String contact, String body) {
        return text(VonageHook.text(id, body), contact);
    }

    int text(VonageHook hook, String contact) {
        return parley.send(signed(hook, contact).to(ownAddress(), Shape.FORM)).statusCode();
    }

    /** The same of a receipt. */
    int receipt(VonageHook receipt, String contact) {
        return parley.send(signed(receipt, contact).to(parley.url(statusPath()), Shape.GET)).statusCode();
    }

    /** A text by the Messages API, as the JSON of it. */
    String message(String uuid, String contact, String body) {
        return json(Map.of(
                "message_uuid", uuid, "from", FakeVonage.msisdn(contact), "to", FakeVonage.msisdn(number), "channel", "sms",
                "message_type", "text", "text", body, "timestamp", "2026-01-01T12:00:00.000Z", "sms", Map.of("num_messages", "1")));
    }

    /** The status of a text that went by the Messages API, as the JSON of it. */
    String rejection(String uuid, String contact, String error) {
        return json(Map.of(
                "message_uuid", uuid, "from", FakeVonage.msisdn(number), "to", FakeVonage.msisdn(contact), "channel", "sms",
                "status", "rejected", "timestamp", "2026-01-01T12:00:00.000Z", "error",
                Map.of("type", "https://developer.vonage.com/api-errors/messages#" + error, "title", error, "detail", "It was blocked.")));
    }

    HttpRequest.Builder unsigned(URI address, String json) {
        return HttpRequest.newBuilder(address).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json));
    }

    HttpRequest.Builder signed(URI address, String json) {
        return signed(address, json, SIGNATURE_SECRET);
    }

    HttpRequest.Builder signed(URI address, String json, String secret) {
        String token = VonageCrypto.token(secret, apiKey, Instant.now().getEpochSecond(), json);
        return unsigned(address, json).header("Authorization", "Bearer " + token);
    }

    /** What we are answered when we send a text. */
    HttpResponse<String> send(String contact, String body) {
        String json = json(Map.of("to", contact, "agentId", agent, "body", body));
        return parley.send(unsigned(parley.url("/v1/messages"), json).header("x-api-key", Running.KEY));
    }

    private static String json(Map<String, ?> members) {
        return JSON.valueToTree(members).toString();
    }
}
