package dev.parley.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.Secret;
import dev.parley.ports.notify.PostOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The corpus {@code hostile-urls.txt} against the fence, with a listener on every local address. */
class HostileUrlsTest {

    private static final int ENOUGH = 150;

    private record Hostile(String url, List<InetAddress> addresses) {

        static Hostile of(String line) {
            String[] parts = line.split(" -> ", -1);
            return new Hostile(parts[0], parts.length == 1 ? List.of() : Webhooks.addresses(parts[1].split(" ", -1)));
        }

        Optional<URI> uri(int port) {
            try {
                return Optional.of(new URI(url.replace("{port}", Integer.toString(port))));
            } catch (URISyntaxException notEvenAUri) {
                return Optional.empty();
            }
        }
    }

    private RawServer listener;

    @BeforeEach
    void listen() throws IOException {
        listener = RawServer.answering(200, "", "");
    }

    @AfterEach
    void stop() {
        listener.close();
    }

    @TestFactory
    List<DynamicTest> a_hostile_url_cannot_be_saved() throws IOException {
        var tests = new ArrayList<DynamicTest>();
        for (Hostile hostile : corpus()) {
            hostile.uri(listener.port())
                    .ifPresent(
                            uri -> tests.add(
                                    DynamicTest.dynamicTest(
                                            hostile.url(),
                                            () -> assertNotEquals(Optional.empty(), behindTheFence(hostile).refusal(uri)))));
        }
        assertTrue(tests.size() >= ENOUGH, "the corpus has only " + tests.size() + " URLs");
        return tests;
    }

    @Test
    void a_hostile_url_is_not_called_should_it_have_been_saved() throws IOException {
        for (Hostile hostile : corpus()) {
            hostile.uri(listener.port()).ifPresent(uri -> assertNotAnswered(hostile, uri));
        }
        assertEquals(0, listener.connections());
    }

    @Test
    void the_listener_hears_of_a_call_that_is_allowed() throws IOException {
        for (String host : List.of("127.0.0.1", "127.0.0.2", "[::1]", "[::ffff:127.0.0.1]")) {
            PostOutcome outcome = Webhooks.post(Webhooks.callingLoopback(), "http://" + host + ":" + listener.port() + "/");
            assertTrue(outcome instanceof PostOutcome.Answered, host + ": " + outcome);
        }
        assertEquals(4, listener.connections());
    }

    private static void assertNotAnswered(Hostile hostile, URI uri) {
        var delivery = Samples.delivery(uri.toString(), "{}");
        PostOutcome outcome = behindTheFence(hostile).post(delivery, List.<Secret>of(Samples.SECRET), Samples.NOW);
        String words = hostile.addresses().isEmpty() && outcome.equals(Webhooks.failed("could not be resolved"))
                ? "could not be resolved"
                : "address not allowed";
        assertEquals(Webhooks.failed(words), outcome, hostile.url());
    }

    private static HttpCustomerWebhooks behindTheFence(Hostile hostile) {
        return Webhooks.calling(Webhooks.PUBLIC_ONLY, name -> hostile.addresses(), Webhooks.LONG_ENOUGH);
    }

    private static List<Hostile> corpus() throws IOException {
        try (InputStream in = HostileUrlsTest.class.getResourceAsStream("hostile-urls.txt")) {
            return new String(in.readAllBytes(), UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Hostile::of)
                    .toList();
        }
    }
}
