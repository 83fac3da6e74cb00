package dev.parley.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.ports.spi.Parameter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Vonage's two APIs for texts, at one address: takes every text whole unless it is told what to say to the next for a contact. */
final class FakeVonage implements AutoCloseable {

    static final String PUBLIC_URL = "https://texts.example.com";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, BlockingQueue<Sent>> sent = new ConcurrentHashMap<>();
    private final Map<String, Queue<Saying>> sayings = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();
    private final HttpServer server;

    /**
     * A text that it was given to send.
     *
     * @param api the path of the API that it came by
     * @param login the header Authorization
     * @param fields what was said of it
     */
    record Sent(String api, String login, Map<String, String> fields) {

        String get(String name) {
            return Optional.ofNullable(fields.get(name)).orElseThrow(() -> new AssertionError("no " + name + " in " + fields));
        }
    }

    /**
     * What it says to a text.
     *
     * @param status of HTTP; 0 to say nothing and hang up
     * @param body as it is sent
     */
    record Saying(int status, String body) {

        static final Saying NOTHING = new Saying(0, "");

        /** As the SMS API does: HTTP 200, whatever the status. */
        static Saying refusal(String code, String words) {
            return new Saying(200, """
                    {"message-count":"1","messages":[{"status":"%s","error-text":"%s"}]}""".formatted(code, words));
        }

        /** One id for each part. */
        static Saying parts(String...ids) {
            return new Saying(
                    200,
                    IntStream.range(0, ids.length)
                            .mapToObj(i -> """
                            {"to":"12025550123","message-id":"%s","status":"0","remaining-balance":"3.14","message-price":"0.03",\
                            "network":"12345"}""".formatted(ids[i]))
                            .collect(Collectors.joining(",", "{\"message-count\":\"" + ids.length + "\",\"messages\":[", "]}")));
        }

        static Saying submitted(String uuid) {
            return new Saying(202, "{\"message_uuid\":\"" + uuid + "\"}");
        }
    }

    FakeVonage() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/sms/json", exchange -> take(exchange, form(exchange)));
        server.createContext("/v1/messages", exchange -> take(exchange, json(exchange)));
        server.start();
    }

    Map<String, String> environment() {
        return Map.of(
                "PARLEY_PUBLIC_URL", PUBLIC_URL,
                "PARLEY_VONAGE_BASE_URL", "http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What it says to the next texts for that contact. */
    void willSay(String contact, Saying...next) {
        sayings.computeIfAbsent(msisdn(contact), _ -> new ConcurrentLinkedQueue<>()).addAll(List.of(next));
    }

    /** The next text for that contact. */
    Sent nextTo(String contact) throws InterruptedException {
        Sent next = to(msisdn(contact)).poll(10, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing was given to Vonage for " + contact);
        }
        return next;
    }

    /** How many texts for that contact nobody has looked at. */
    int unseenTo(String contact) {
        return to(msisdn(contact)).size();
    }

    /** As Vonage writes a number. */
    static String msisdn(String e164) {
        return e164.substring(1);
    }

    private BlockingQueue<Sent> to(String msisdn) {
        return sent.computeIfAbsent(msisdn, _ -> new LinkedBlockingQueue<>());
    }

    private void take(HttpExchange exchange, Map<String, String> fields) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String to = fields.getOrDefault("to", "");
        to(to).add(new Sent(path, String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")), fields));
        Saying next = Optional.ofNullable(sayings.get(to)).map(Queue::poll).orElseGet(() -> usual(path));
        try (exchange) {
            if (!next.equals(Saying.NOTHING)) {
                say(exchange, next);
            }
        }
    }

    private Saying usual(String path) {
        int id = number.incrementAndGet();
        return path.equals("/sms/json") ? Saying.parts("0A%014X".formatted(id))
                : Saying.submitted("aaaaaaaa-bbbb-cccc-dddd-%012d".formatted(
                        id));
    }

    private static void say(HttpExchange exchange, Saying saying) throws IOException {
        byte[] body = saying.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", saying.body().startsWith("<") ? "text/html" : "application/json");
        exchange.sendResponseHeaders(saying.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return Parameter.parse(body).stream().collect(Collectors.toMap(Parameter::name, Parameter::value));
    }

    private static Map<String, String> json(HttpExchange exchange) throws IOException {
        var fields = new HashMap<String, String>();
        JsonNode body = JSON.readTree(exchange.getRequestBody());
        body.propertyStream().forEach(member -> fields.put(member.getKey(), member.getValue().asText()));
        body.path("sms").propertyStream().forEach(member -> fields.put("sms." + member.getKey(), member.getValue().asText()));
        return fields;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
