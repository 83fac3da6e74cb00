package dev.parley.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.app.config.Configuration;
import dev.parley.ports.Secret;
import dev.parley.ports.in.PrepareInstallation.OperatorKey;
import io.helidon.logging.common.LogConfig;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** The whole application in this process, on a port of its own, and somebody with a key who calls its API. */
final class Running implements AutoCloseable {

    static final String KEY = "a-key-of-our-own-choice";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final AtomicBoolean isOpen = new AtomicBoolean(true);
    private final Configuration configuration;
    private final Address address;
    private final Node node;
    private final Optional<Secret> newKey;
    private final Caller caller;

    private Running(Configuration configuration) {
        LogConfig.configureRuntime();
        this.configuration = configuration;
        address = Address.of(configuration.server());
        node = Wiring.wire(configuration, address);
        var made = new AtomicReference<Optional<Secret>>(Optional.empty());
        node.start(configuration.apiKey().<OperatorKey>map(OperatorKey.Configured::new).orElseGet(OperatorKey.Generated::new),
                key -> made.set(Optional.of(key)));
        newKey = made.get();
        caller = new Caller(address.url(), newKey.map(Secret::reveal).orElse(KEY));
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

    Caller caller() {
        return caller;
    }

    /** See {@link Caller#get}. */
    JsonNode get(String path) {
        return caller.get(path);
    }

    /** See {@link Caller#post}. */
    JsonNode post(String path, String json) {
        return caller.post(path, json);
    }

    /** See {@link Caller#send}. */
    HttpResponse<String> send(HttpRequest.Builder request) {
        return caller.send(request);
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
