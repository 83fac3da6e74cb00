package dev.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeTest {

    @TempDir
    private Path folder;

    @Test
    void it_tells_whether_it_is_ready_and_alive() {
        try (Running parley = Running.in(folder, Map.of())) {
            HttpResponse<String> ready = get(parley, "/observe/health/ready");
            assertEquals(200, ready.statusCode());
            assertTrue(ready.body().contains("\"status\":\"UP\"") && ready.body().contains("\"database\":\"answers\""), ready::body);
            assertEquals(200, get(parley, "/observe/health/live").statusCode());
        }
    }

    @Test
    void it_counts_texts_and_tokens_for_prometheus() {
        try (Running parley = Running.in(folder, Map.of())) {
            var bakery = new Bakery(parley);
            bakery.open(0);
            bakery.text("When do you open?");
            bakery.reply(1);
            HttpResponse<String> metrics = get(parley, "/observe/metrics");
            assertEquals(200, metrics.statusCode());
            assertEquals("text/plain", metrics.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", ""));
            for (String counter : List.of(
                    "requests_count_total\\{",
                    "parley_texts_in_total\\{result=\"stored\"",
                    "parley_texts_out_total\\{result=\"sent\"",
                    "parley_model_calls_total\\{model=\"default\",result=\"answered\"",
                    "parley_model_tokens_total\\{direction=\"output\",model=\"default\"",
                    "memory_usedHeap_bytes")) {
                assertTrue(Pattern.compile("(?m)^" + counter + ".* [1-9]").matcher(metrics.body()).find(), counter + "\n" + metrics.body());
            }
        }
    }

    @Test
    void other_sites_cannot_read_what_it_observes() {
        try (Running parley = Running.in(folder, Map.of())) {
            var request = HttpRequest.newBuilder(parley.url("/observe/metrics")).header("Origin", "https://evil.example.com");
            assertTrue(parley.send(request).headers().firstValue("Access-Control-Allow-Origin").isEmpty());
        }
    }

    @Test
    void a_browser_is_shown_what_there_is() {
        try (Running parley = Running.in(folder, Map.of())) {
            HttpResponse<String> root = get(parley, "/");
            assertEquals(307, root.statusCode());
            HttpResponse<String> page = get(parley, root.headers().firstValue("Location").orElseThrow());
            assertEquals(200, page.statusCode());
            assertTrue(page.body().contains("href=\"/openapi\""), page::body);
            assertEquals(200, get(parley, "/openapi").statusCode());
        }
    }

    @Test
    void idle_connections_do_not_hold_up_the_end() throws IOException {
        List<Socket> idle = new ArrayList<>();
        long begun;
        try (Running parley = Running.in(folder, Map.of())) {
            for (int i = 0; i < 20; i++) {
                idle.add(answered(parley));
            }
            begun = System.nanoTime();
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        assertTrue(took.toSeconds() < 10, took::toString);
        for (Socket socket : idle) {
            assertEquals(-1, socket.getInputStream().read());
            socket.close();
        }
    }

    @Test
    void a_request_that_has_begun_is_answered_before_the_end() throws Exception {
        try (var model = new FakeModel(); Running parley = Running.in(folder, model.environment())) {
            String agent = new Bakery(parley).open(0);
            FutureTask<JsonNode> answer = started(() -> parley.post("/v1/messages", """
                    {"to":"%s","agentId":"%s","generate":true}""".formatted(Bakery.CONTACT, agent)));
            assertTrue(model.nextQuestion().contains("assistant of a bakery"));
            FutureTask<Boolean> end = started(() -> {
                parley.stop();
                return true;
            });
            Running.eventually(() -> isListening(parley) ? Optional.empty() : Optional.of(true));
            model.letAnswer();
            assertEquals("The answer of the model.", answer.get(5, TimeUnit.SECONDS).path("body").asText());
            assertTrue(end.get(5, TimeUnit.SECONDS));
        }
    }

    private static <T> FutureTask<T> started(Callable<T> work) {
        var task = new FutureTask<>(work);
        Thread.ofVirtual().start(task);
        return task;
    }

    private static boolean isListening(Running parley) {
        try (var _ = connect(parley)) {
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static Socket connect(Running parley) throws IOException {
        var socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), parley.url("/").getPort()), 5_000);
        return socket;
    }

    /** A connection that has had one answer and waits to be used again. */
    private static Socket answered(Running parley) throws IOException {
        Socket socket = connect(parley);
        socket.setSoTimeout(5_000);
        socket.getOutputStream().write("GET /console HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        var answer = new StringBuilder();
        while (answer.indexOf("</html>") < 0) {
            answer.append((char) socket.getInputStream().read());
        }
        assertEquals('\n', socket.getInputStream().read());
        return socket;
    }

    private static HttpResponse<String> get(Running parley, String path) {
        return parley.send(HttpRequest.newBuilder(parley.url(path)));
    }
}
