package dev.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.app.config.WrongSetting;
import dev.parley.ports.spi.Parameter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real MariaDB that goes away, hangs and comes back while Twilio goes on bringing texts. */
class AwayTest {

    @TempDir
    private Path folder;

    private final Map<String, String> database = MariaDb.server().emptyDatabase();
    private final Processes processes = new Processes();
    private FakeTwilio twilio;
    private Relay relay;

    @BeforeEach
    void prepare() throws IOException {
        twilio = new FakeTwilio();
        relay = Relay.before(database);
    }

    @AfterEach
    void endAll() throws IOException {
        processes.close();
        relay.close();
        twilio.close();
    }

    @Test
    void texts_that_come_while_the_database_is_away_are_answered_once_and_in_their_order() throws Exception {
        try (Running parley = open()) {
            relay.cut();
            List<String> sids = texts(parley.url("/"), 1, 20);
            texts(parley.url("/"), 5, 8);
            assertEquals(403, parley.send(FakeTwilio.text(parley, "SMforged", "Hello", "another token")).statusCode());
            HttpResponse<String> api = parley.send(HttpRequest.newBuilder(parley.url("/v1/messages")).header("x-api-key", Running.KEY));
            assertEquals(503, api.statusCode());
            assertTrue(api.headers().firstValue("Retry-After").isPresent());
            HttpResponse<String> ready = parley.send(HttpRequest.newBuilder(parley.url("/observe/health/ready")));
            assertEquals(200, ready.statusCode());
            assertTrue(ready.body().contains("\"database\":\"away\"") && ready.body().contains("\"journal\":\"24 entries\""), ready::body);

            relay.mend();
            List<JsonNode> answered = answered(parley.caller(), sids.size());
            assertEquals(sids, answered.stream().map(text -> text.path("body").asText().replace("Text ", "SM")).toList());
            assertJournalIsEmptied();
            assertTrue(Long.parseLong(metric(parley, "parley_journal_entries").replaceAll("\\..*", "")) == 0);
            assertEveryReplyLeftOnce(parley.caller());
        }
    }

    @Test
    void a_stop_is_acknowledged_once_the_database_has_it() throws Exception {
        try (Running parley = open()) {
            relay.cut();
            CompletableFuture<HttpResponse<String>> stopped = CompletableFuture.supplyAsync(() -> text(parley.url("/"), "SMstop", "STOP"));
            Running.eventually(() -> Optional.of(journalled()).filter(files -> !files.isEmpty()));
            assertFalse(stopped.isDone(), "while other nodes could not know");
            relay.mend();
            assertEquals(2, stopped.get().statusCode() / 100);
            assertEquals(1, MariaDb.rows(database, "suppression"));
        }
    }

    @Test
    void a_database_that_hangs_keeps_no_carrier_waiting() throws Exception {
        try (Running parley = open()) {
            relay.hold();
            long begun = System.nanoTime();
            texts(parley.url("/"), 1, 10);
            long millis = (System.nanoTime() - begun) / 1_000_000;
            assertTrue(millis < 4_000, "all ten together, of which the first alone waits for the database: " + millis);
            relay.mend();
            answered(parley.caller(), 10);
            assertEveryReplyLeftOnce(parley.caller());
        }
    }

    @Test
    void a_process_that_is_killed_meanwhile_starts_without_the_database_and_loses_nothing() throws Exception {
        try (Running _ = open()) {
            Running.eventually(() -> Optional.of(folder.resolve("data/connections.sealed")).filter(file -> isLongerThan(file, 600)));
        }
        relay.cut();
        var sids = new ArrayList<String>();
        for (int life = 0; life < 2; life++) {
            Process process = processes.start(folder, settings());
            sids.addAll(texts(address(process), 1 + life * 10, 10 + life * 10));
            process.destroyForcibly().onExit().join();
        }
        Process last = processes.start(folder, settings());
        Caller caller = new Caller(address(last), Running.KEY);
        relay.mend();
        List<JsonNode> answered = Running.eventually(() -> allAnswered(caller, sids.size()));
        assertEquals(sids, answered.stream().map(text -> text.path("body").asText().replace("Text ", "SM")).toList());
        assertEveryReplyLeftOnce(caller);
        assertJournalIsEmptied();
    }

    @Test
    void a_full_journal_asks_carriers_to_come_again_and_takes_texts_when_the_database_is_back() throws Exception {
        Files.writeString(folder.resolve("application.yaml"), "limits.journal-mebibytes: 1");
        try (Running parley = open()) {
            relay.cut();
            String long1600 = "x".repeat(1_600);
            int taken = 0;
            HttpResponse<String> answer = text(parley.url("/"), "SM0", long1600);
            while (answer.statusCode() / 100 == 2) {
                taken++;
                answer = text(parley.url("/"), "SM" + taken, long1600);
            }
            assertEquals(503, answer.statusCode());
            assertTrue(answer.headers().firstValue("Retry-After").isPresent());
            assertTrue(taken > 300, "taken: " + taken);
            HttpResponse<String> ready = parley.send(HttpRequest.newBuilder(parley.url("/observe/health/ready")));
            assertEquals(503, ready.statusCode());
            assertTrue(ready.body().contains("\"journal\":\"full\""), ready::body);
            relay.mend();
            assertJournalIsEmptied();
            assertEquals(2, text(parley.url("/"), "SMlast", "Hello").statusCode() / 100);
        }
    }

    @Test
    void a_folder_where_no_journal_can_be_kept_is_found_out_at_the_start() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/journal"), "no folder");
        var wrong = assertThrows(WrongSetting.class, () -> Running.in(folder, Map.of()));
        assertTrue(wrong.line().startsWith("PARLEY_DATA_DIR="), wrong.line());
        assertEquals(1, wrong.line().lines().count());
    }

    /** With one text from another contact: what its answer had begun when the database went away waits for the end of its lease. */
    private Running open() {
        Running parley = Running.in(folder, settings());
        new Bakery(parley).open(FakeTwilio.ACCOUNT, FakeTwilio.TOKEN);
        Map<String, String> first = Map.of(
                "MessageSid", "SMfirst",
                "AccountSid", FakeTwilio.ACCOUNT,
                "From", "+12025550199",
                "To", Bakery.NUMBER,
                "Body", "Text first",
                "NumMedia", "0");
        assertEquals(
                2,
                parley.send(FakeTwilio.webhook(parley, "/webhooks/twilio/inbound", first, FakeTwilio.TOKEN)).statusCode() / 100);
        answered(parley.caller(), 1);
        return parley;
    }

    private Map<String, String> settings() {
        var all = new HashMap<>(relay.through(database));
        all.putAll(twilio.environment());
        all.put("PARLEY_API_KEY", Running.KEY);
        return all;
    }

    private static URI address(Process process) throws IOException {
        String ready = Processes.greeting(process).getLast();
        return URI.create(ready.substring(ready.indexOf("http")));
    }

    private static HttpResponse<String> text(URI server, String sid, String body) {
        return new Caller(server, Running.KEY).send(FakeTwilio.text(server, sid, body));
    }

    /** Brings texts one after the other, each of which is acknowledged; their names. */
    private static List<String> texts(URI server, int first, int last) {
        var caller = new Caller(server, Running.KEY);
        return IntStream.rangeClosed(first, last).mapToObj(i -> {
            assertEquals(2, caller.send(FakeTwilio.text(server, "SM" + i, "Text " + i)).statusCode() / 100, "text " + i);
            return "SM" + i;
        }).toList();
    }

    /** The texts that came in, oldest first, once they are all answered. */
    private static List<JsonNode> answered(Caller caller, int count) {
        return Running.eventually(() -> allAnswered(caller, count));
    }

    private static Optional<List<JsonNode>> allAnswered(Caller caller, int count) {
        HttpResponse<String> health = caller.send(HttpRequest.newBuilder(caller.url("/observe/health/ready")));
        if (!health.body().contains("\"database\":\"answers\"")) {
            return Optional.empty();
        }
        List<JsonNode> texts = messages(caller, "inbound").stream()
                .filter(text -> text.path("handledAs").asText().equals("replied"))
                .filter(text -> count == 1 || !text.path("body").asText().equals("Text first"))
                .toList();
        return Optional.of(texts).filter(all -> all.size() >= count);
    }

    private static List<JsonNode> messages(Caller caller, String direction) {
        JsonNode newestFirst = caller.get("/v1/messages?limit=100&direction=" + direction);
        return StreamSupport.stream(newestFirst.spliterator(), false).toList().reversed();
    }

    private void assertEveryReplyLeftOnce(Caller caller) throws InterruptedException {
        List<JsonNode> replies = Running.eventually(
                () -> Optional.of(messages(caller, "outbound"))
                        .filter(texts -> texts.stream().allMatch(text -> text.path("status").asText().equals("sent"))));
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < replies.size(); i++) {
            sent.add(Parameter.first(twilio.nextSent(), "Body").orElseThrow());
        }
        assertEquals(0, twilio.unseen());
        assertEquals(replies.stream().map(text -> text.path("body").asText()).toList(), sent);
    }

    /** What is sealed cannot be read, but it grows when there is something in it. */
    private static boolean isLongerThan(Path file, long bytes) {
        try {
            return Files.exists(file) && Files.size(file) > bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shortly after the last text is in the database. */
    private void assertJournalIsEmptied() {
        Running.eventually(() -> Optional.of(journalled()).filter(List::isEmpty));
    }

    private List<String> journalled() {
        try (Stream<Path> files = Files.list(folder.resolve("data/journal"))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("lock")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String metric(Running parley, String name) {
        String all = parley.send(HttpRequest.newBuilder(parley.url("/observe/metrics"))).body();
        return all.lines().filter(line -> line.startsWith(name)).map(line -> line.replaceAll(".* ", "")).findFirst().orElse("none");
    }
}
