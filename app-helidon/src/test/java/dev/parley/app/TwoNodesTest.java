package dev.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one MariaDB, behind something that asks the other one when one does not take a text. */
class TwoNodesTest {

    private static final int COPIES = 100;
    private static final Duration BETWEEN_TEXTS = Duration.ofMillis(25);
    private static final Duration DRAIN = Duration.ofSeconds(25);

    @TempDir
    private Path folder;

    private final Processes processes = new Processes();
    private final List<Process> nodes = new ArrayList<>();
    private final List<URI> addresses = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private FakeTwilio twilio;
    private Bakery bakery;

    @BeforeEach
    void two_nodes_serve_a_bakery() throws IOException {
        twilio = new FakeTwilio();
        environment.putAll(MariaDb.server().emptyDatabase());
        environment.putAll(twilio.environment());
        environment.put("PARLEY_API_KEY", Running.KEY);
        start(0);
        start(1);
        bakery = new Bakery(caller(0));
        bakery.open(FakeTwilio.ACCOUNT, FakeTwilio.TOKEN);
    }

    @AfterEach
    void they_end() {
        processes.close();
        twilio.close();
    }

    @Test
    void a_hundred_copies_of_a_webhook_are_one_text_and_one_reply() throws InterruptedException {
        long deadlocks = MariaDb.server().deadlocks();
        List<Caller> callers = List.of(caller(0), caller(1));
        for (int text = 1; text <= 5; text++) {
            String sid = "SM%032d".formatted(text);
            String contact = "+1202555%04d".formatted(text);
            try (var carriers = Executors.newVirtualThreadPerTaskExecutor()) {
                List<CompletableFuture<Integer>> answers = IntStream.range(0, COPIES)
                        .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                            HttpRequest.Builder copy = FakeTwilio.textOf(contact, addresses.get(i % 2), sid, "When do you open?");
                            return callers.get(i % 2).send(copy).statusCode();
                        }, carriers))
                        .toList();
                assertEquals(List.of(200), answers.stream().map(CompletableFuture::join).distinct().toList());
            }
            twilio.nextSent();
        }
        Running.eventually(() -> Optional.of(bakery.messages("outbound")).filter(this::areSent));
        assertEquals(5, bakery.messages("inbound").size());
        assertEquals(5, bakery.messages("outbound").size());
        assertEquals(0, twilio.unseen());
        assertEquals(deadlocks, MariaDb.server().deadlocks());
    }

    @Test
    void a_rolling_restart_loses_nothing_and_leaves_nothing_unknown() throws IOException, InterruptedException {
        var isOver = new AtomicBoolean();
        CompletableFuture<List<String>> texting =
                CompletableFuture.supplyAsync(() -> text(isOver), Executors.newVirtualThreadPerTaskExecutor());
        for (int node = 0; node < nodes.size(); node++) {
            Process old = nodes.get(node);
            old.destroy();
            assertTrue(old.waitFor(DRAIN.toMillis(), TimeUnit.MILLISECONDS), "it does not end");
            start(node);
        }
        isOver.set(true);
        List<String> contacts = texting.join();
        List<String> answered = Running.eventually(() -> Optional.of(twilio.receivers()).filter(all -> all.size() >= contacts.size()));
        assertEquals(contacts.stream().sorted().toList(), answered.stream().sorted().toList());
        bakery = new Bakery(caller(0));
        Running.eventually(() -> Optional.of(bakery.messages("outbound")).filter(this::areSent));
    }

    /** Texts, each of another contact, until it is over; who texted. */
    private List<String> text(AtomicBoolean isOver) {
        var contacts = new ArrayList<String>();
        while (!isOver.get()) {
            String contact = "+1202555%04d".formatted(contacts.size());
            text(contact, "SM%032d".formatted(contacts.size()));
            contacts.add(contact);
            LockSupport.parkNanos(BETWEEN_TEXTS.toNanos());
        }
        return contacts;
    }

    private void text(String contact, String sid) {
        Running.eventually(() -> IntStream.of(0, 1).boxed().filter(node -> isTaken(node, contact, sid)).findFirst());
    }

    private boolean isTaken(int node, String contact, String sid) {
        try {
            return caller(node).send(FakeTwilio.textOf(contact, addresses.get(node), sid, "When do you open?")).statusCode() == 200;
        } catch (UncheckedIOException isDown) {
            return false;
        }
    }

    private boolean areSent(List<JsonNode> texts) {
        return texts.stream().allMatch(text -> text.path("status").asText().equals("sent"));
    }

    private void start(int node) throws IOException {
        Process process = processes.start(Files.createDirectories(folder.resolve("node" + node)), environment);
        String ready = Processes.greeting(process).getLast();
        put(nodes, node, process);
        put(addresses, node, URI.create(ready.substring(ready.indexOf("http"))));
    }

    private static <T> void put(List<T> list, int place, T item) {
        if (place < list.size()) {
            list.set(place, item);
        } else {
            list.add(item);
        }
    }

    private Caller caller(int node) {
        return new Caller(addresses.get(node), Running.KEY);
    }
}
