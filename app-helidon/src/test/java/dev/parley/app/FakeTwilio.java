package dev.parley.app;

import com.fasterxml.jackson.databind.node.TextNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.twilio.security.RequestValidator;
import dev.parley.ports.spi.Parameter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A Twilio account: takes texts as Twilio's API does, and calls webhooks signed by Twilio's own library. */
final class FakeTwilio implements AutoCloseable {

    static final String ACCOUNT = "AC11111111111111111111111111111111";
    static final String TOKEN = "0123456789abcdef0123456789abcdef";
    static final String PUBLIC_URL = "https://texts.example.com";

    private final BlockingQueue<List<Parameter>> sent = new LinkedBlockingQueue<>();
    private final Queue<Loss> losses = new ConcurrentLinkedQueue<>();
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final AtomicInteger number = new AtomicInteger();
    private final HttpServer server;

    FakeTwilio() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String account = "/2010-04-01/Accounts/" + ACCOUNT;
        server.createContext(account + "/Messages.json", this::messages);
        server.createContext(account + ".json", exchange -> tell(exchange, """
                {"sid":"%s","status":"active"}""".formatted(ACCOUNT)));
        server.createContext(account + "/IncomingPhoneNumbers.json", exchange -> tell(exchange, """
                {"incoming_phone_numbers":[{"sid":"PN1","phone_number":"%s","sms_url":"%s","capabilities":{"sms":true}}]}"""
                .formatted(Bakery.NUMBER, PUBLIC_URL + "/webhooks/twilio/inbound#rc=3")));
        server.start();
    }

    Map<String, String> environment() {
        return Map.of(
                "PARLEY_PUBLIC_URL", PUBLIC_URL,
                "PARLEY_TWILIO_BASE_URL", "http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The fields of the next text that it is given to send. */
    List<Parameter> nextSent() throws InterruptedException {
        List<Parameter> next = sent.poll(10, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing was given to Twilio");
        }
        return next;
    }

    /** To whom it was given texts that nobody has looked at. */
    List<String> receivers() {
        return sent.stream().map(text -> Parameter.first(text, "To").orElseThrow()).toList();
    }

    /** How many texts wait that nobody has looked at. */
    int unseen() {
        return sent.size();
    }

    /** A text to the shared address of a server. */
    static HttpRequest.Builder text(URI server, String sid, String body) {
        return text(server, sid, body, TOKEN);
    }

    /** A text to the shared address, signed with that token. */
    static HttpRequest.Builder text(Running parley, String sid, String body, String token) {
        return text(parley.url("/"), sid, body, token);
    }

    private static HttpRequest.Builder text(URI server, String sid, String body, String token) {
        return webhook(server, "/webhooks/twilio/inbound", fields(sid, Bakery.CONTACT, body), token);
    }

    /** A text of somebody else to the shared address. */
    static HttpRequest.Builder textOf(String contact, URI server, String sid, String body) {
        return webhook(server, "/webhooks/twilio/inbound", fields(sid, contact, body), TOKEN);
    }

    private static Map<String, String> fields(String sid, String from, String body) {
        return Map.of("MessageSid", sid, "AccountSid", ACCOUNT, "From", from, "To", Bakery.NUMBER, "Body", body, "NumMedia", "0");
    }

    static HttpRequest.Builder webhook(Running parley, String target, Map<String, String> fields, String token) {
        return webhook(parley.url("/"), target, fields, token);
    }

    private static HttpRequest.Builder webhook(URI server, String target, Map<String, String> fields, String token) {
        return HttpRequest.newBuilder(server.resolve(target))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .header("X-Twilio-Signature", sign(PUBLIC_URL + target, fields, token))
                .POST(BodyPublishers.ofString(form(fields)));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream().map(e -> encode(e.getKey()) + "=" + encode(e.getValue())).collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The library only checks; what it compares with is what Twilio sends. */
    private static String sign(String url, Map<String, String> fields, String token) {
        try {
            var signature = RequestValidator.class.getDeclaredMethod("getValidationSignature", String.class, Map.class);
            signature.setAccessible(true);
            return (String) signature.invoke(new RequestValidator(token), url, fields);
        } catch (ReflectiveOperationException changed) {
            throw new LinkageError("the library has changed", changed);
        }
    }

    /** The next text comes to that: it is taken, or not, and nobody is told. */
    void willLose(Loss loss) {
        losses.add(loss);
    }

    /** What becomes of a text whose answer is lost. */
    enum Loss {
        /** It is taken, and the connection breaks. */
        TAKEN_AND_BROKEN,
        /** It is taken, and Twilio says that it failed. */
        TAKEN_AND_500,
        /** It is not taken, and Twilio says that it failed. */
        DROPPED
    }

    private void messages(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            list(exchange);
        } else {
            take(exchange);
        }
    }

    private void list(HttpExchange exchange) throws IOException {
        List<Parameter> wanted = Parameter.parse(exchange.getRequestURI().getRawQuery());
        String texts = log.reversed()
                .stream()
                .filter(text -> Parameter.first(wanted, "To").map(to -> text.contains("\"to\":\"" + to + "\"")).orElse(true))
                .collect(Collectors.joining(","));
        tell(exchange, "{\"messages\":[" + texts + "],\"next_page_uri\":null}");
    }

    private void take(HttpExchange exchange) throws IOException {
        List<Parameter> text = Parameter.parse(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        sent.add(text);
        Optional<Loss> loss = Optional.ofNullable(losses.poll());
        if (loss.filter(Loss.DROPPED::equals).isPresent()) {
            answer(exchange, 500, "");
            return;
        }
        String json = """
                {"sid":"SM%032d","account_sid":"%s","status":"queued","num_segments":"1","direction":"outbound-api","error_code":null,\
                "to":"%s","from":"%s","body":%s,"date_created":"%s"}"""
                .formatted(
                        number.incrementAndGet(),
                        ACCOUNT,
                        Parameter.first(text, "To").orElse(""),
                        Parameter.first(text, "From").orElse(""),
                        TextNode.valueOf(Parameter.first(text, "Body").orElse("")),
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
        log.add(json);
        if (loss.isEmpty()) {
            answer(exchange, 201, json);
        } else if (loss.get() == Loss.TAKEN_AND_500) {
            answer(exchange, 500, "");
        } else {
            exchange.close();
        }
    }

    /** Nothing to whom it does not know. */
    private static void tell(HttpExchange exchange, String json) throws IOException {
        String login = Base64.getEncoder().encodeToString((ACCOUNT + ":" + TOKEN).getBytes(StandardCharsets.UTF_8));
        boolean known = ("Basic " + login).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        answer(exchange, known ? 200 : 401, known ? json : "{\"code\":20003,\"message\":\"Authenticate\",\"status\":401}");
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            byte[] answer = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
