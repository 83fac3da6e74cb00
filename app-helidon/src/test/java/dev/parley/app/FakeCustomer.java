package dev.parley.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A customer's own server: notes what it is told, and answers everything the same. */
final class FakeCustomer implements AutoCloseable {

    private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
    private final HttpServer server;
    private final String answer;

    FakeCustomer(String answer) throws IOException {
        this.answer = answer;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** What it is told next, waited for. */
    Told next() throws InterruptedException {
        return Optional.ofNullable(told.poll(15, TimeUnit.SECONDS)).orElseThrow(() -> new AssertionError("the customer was not told"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String signature = String.valueOf(exchange.getRequestHeaders().getFirst("webhook-signature"));
            told.add(new Told(exchange.getRequestMethod() + " " + exchange.getRequestURI(), signature, body));
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /**
     * What came in.
     *
     * @param line method and path
     * @param signature who says so
     * @param body the event
     */
    record Told(String line, String signature, String body) {}
}
