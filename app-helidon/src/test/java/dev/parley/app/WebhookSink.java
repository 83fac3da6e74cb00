package dev.parley.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.ports.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A customer's server, which believes nothing but what the official library of Standard Webhooks does. */
final class WebhookSink implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final Secret secret;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile boolean isAway;

    private WebhookSink(HttpServer server, Secret secret) {
        this.server = server;
        this.secret = secret;
    }

    static WebhookSink open(Secret secret) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var sink = new WebhookSink(server, secret);
        server.createContext("/", sink::take);
        server.start();
        return sink;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/texts");
    }

    /** From now on nobody gets an answer. */
    void goAway() {
        isAway = true;
    }

    void comeBack() {
        isAway = false;
    }

    /** All of them, in order. */
    List<Call> calls() {
        return List.copyOf(calls);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, List<String>> headers = new HashMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
            calls.add(call(headers, new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            if (!isAway) {
                exchange.sendResponseHeaders(204, -1);
            }
        }
    }

    private Call call(Map<String, List<String>> headers, String body) throws IOException {
        JsonNode event = JSON.readTree(body);
        return new Call(
                headers.getOrDefault("webhook-id", List.of("")).getFirst(),
                Instant.ofEpochSecond(Long.parseLong(headers.getOrDefault("webhook-timestamp", List.of("0")).getFirst())),
                event.path("messageId").asText(),
                event.path("fromNumber").asText(),
                Instant.parse(event.path("receivedAt").asText()),
                isAway ? Optional.empty() : doubt(headers, body));
    }

    private Optional<String> doubt(Map<String, List<String>> headers, String body) {
        try {
            new Webhook(secret.reveal()).verify(body, headers);
            return Optional.empty();
        } catch (WebhookVerificationException | EmptyWebhookSecretException notBelieved) {
            return Optional.of(notBelieved.toString());
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /**
     * One request.
     *
     * @param id the webhook's
     * @param at when it was signed
     * @param messageId of the text that it tells of
     * @param contact who sent that
     * @param receivedAt when that came
     * @param doubt why the official library does not believe it, when it does not
     */
    record Call(String id, Instant at, String messageId, String contact, Instant receivedAt, Optional<String> doubt) {}
}
