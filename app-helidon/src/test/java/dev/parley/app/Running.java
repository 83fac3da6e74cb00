package dev.parley.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.app.config.Configuration;
import dev.parley.ports.Secret;
import dev.parley.ports.in.PrepareInstallation.OperatorKey;
import io.helidon.logging.common.LogConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** The whole application in this process, on a port of its own, and somebody with a key who calls its API. */
final class Running implements AutoCloseable {

    static final String KEY = "a-key-of-our-own-choice";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicBoolean isOpen = new AtomicBoolean(true);
    private final Configuration configuration;
    private final Address address;
    private final Node node;
    private final Optional<Secret> newKey;

    private Running(Configuration configuration) {
        LogConfig.configureRuntime();
        this.configuration = configuration;
        address = Address.of(configuration.server());
        node = Wiring.wire(configuration, address);
        newKey = node.start(configuration.apiKey().<OperatorKey>map(OperatorKey.Configured::new).orElseGet(OperatorKey.Generated::new));
    }

    /** Starts it in a folder, with {@link #KEY}. */
    static Running in(Path folder, Map<String, String> environment) {
        var all = new HashMap<>(environment);
        all.put("PARLEY_API_KEY", KEY);
        return unconfigured(folder, all);
    }

    /** Starts it in a folder, with nothing set but what a test cannot do without. */
    static Running unconfigured(Path folder, Map<String, String> environment) {
        var all = new HashMap<>(environment);
        all.put("PARLEY_PORT", "0");
        all.put("PARLEY_DATA_DIR", folder.resolve("data").toString());
        return new Running(Configuration.read(all, folder));
    }

    Optional<Secret> newKey() {
        return newKey;
    }

    URI url(String path) {
        return address.url().resolve(path);
    }

    /** The data of a 2xx answer. */
    JsonNode get(String path) {
        return done(HttpRequest.newBuilder(url(path)).GET());
    }

    /** The data of a 2xx answer. */
    JsonNode post(String path, String json) {
        return done(HttpRequest.newBuilder(url(path)).POST(BodyPublishers.ofString(json)).header("Content-Type", "application/json"));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private JsonNode done(HttpRequest.Builder request) {
        HttpResponse<String> answer = send(request.header("x-api-key", newKey.map(Secret::reveal).orElse(KEY)));
        assertTrue(answer.statusCode() / 100 == 2, () -> answer.statusCode() + " " + answer.body());
        try {
            return JSON.readTree(answer.body()).path("data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks again and again until there is something. */
    static <T> T eventually(Supplier<Optional<T>> question) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() - deadline < 0) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        throw new AssertionError("nothing came within " + PATIENCE);
    }

    @Override
    public void close() {
        stop();
    }

    /** Stops it, unless that was done before. */
    void stop() {
        if (isOpen.compareAndSet(true, false)) {
            assertTrue(node.stop(configuration.server().drain()));
        }
    }
}
