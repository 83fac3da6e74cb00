package dev.parley.bench.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server of this machine that can also hang up without a word. */
public final class Site implements AutoCloseable {

    private static final int BACKLOG = 1024;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** What somebody wants. */
    public record Asked(String method, String path, Map<String, String> query, Map<String, String> headers, String body) {

        /** The fields of a form. */
        Map<String, String> form() {
            return Form.parse(body);
        }

        /** A header, empty if it is not there. */
        String header(String name) {
            return Optional.ofNullable(headers.get(name.toLowerCase(java.util.Locale.ROOT))).orElse("");
        }
    }

    /**
     * What is said to that.
     *
     * @param status 0 to hang up
     */
    public record Said(int status, String body, Map<String, String> headers) {

        static final Said NOTHING = new Said(0, "", Map.of());

        static Said json(int status, String json) {
            return new Said(status, json, Map.of("Content-Type", "application/json"));
        }
    }

    /** Answers, perhaps after a while. */
    @FunctionalInterface
    public interface Route {
        /** The answer. */
        Said answer(Asked asked) throws InterruptedException;
    }

    /** Opens it on a free port. */
    public Site(Route route) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> serve(exchange, route));
        server.start();
    }

    /** Where it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    private static void serve(HttpExchange exchange, Route route) throws IOException {
        try (exchange) {
            Said said = route.answer(asked(exchange));
            if (said.status() > 0) {
                say(exchange, said);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static Asked asked(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        var headers = new java.util.TreeMap<String, String>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
        String query = Optional.ofNullable(uri.getRawQuery()).orElse("");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return new Asked(exchange.getRequestMethod(), uri.getPath(), Form.parse(query), headers, body);
    }

    private static void say(HttpExchange exchange, Said said) throws IOException {
        byte[] body = said.body().getBytes(StandardCharsets.UTF_8);
        said.headers().forEach(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(said.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
