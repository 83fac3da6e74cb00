package dev.parley.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.bench.load.Figures.Figure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RigTest {

    @Test
    void a_text_that_nobody_waits_for_is_counted_as_unexpected() throws IOException {
        var arrived = new AtomicInteger();
        try (var carrier = new Carrier(); var wire = new Wire(URI.create(carrier.url()).getPort())) {
            carrier.expect("+12000000001", arrived::incrementAndGet);
            Wire.Answer first = wire.ask(send("+12000000001"));
            wire.ask(send("+12000000001"));

            assertEquals(201, first.status());
            assertTrue(first.body().contains("\"sid\":\"SM00000000000000000000000000000001\""), first.body());
            assertEquals(1, arrived.get());
            assertEquals(2, carrier.texts());
            assertEquals(1, carrier.unexpected());
        }
    }

    @Test
    void a_model_that_thinks_answers_no_sooner() throws IOException {
        try (var thinker = new Thinker(); var wire = new Wire(URI.create(thinker.url()).getPort())) {
            thinker.takes(Duration.ofMillis(50));
            long begin = System.nanoTime();
            Wire.Answer answer = wire.ask(post("/v1/chat/completions", "{}"));

            assertTrue(System.nanoTime() - begin >= 50_000_000);
            assertTrue(answer.body().contains("\"content\":\"We are open from seven to six.\""), answer.body());
        }
    }

    @Test
    void every_text_comes_from_somebody_new_and_is_signed_over_address_and_fields() {
        var texts = new Texts();
        Texts.Text first = texts.next();
        String request = first.request();

        assertEquals("+12000000001", first.contact());
        assertEquals("+12000000002", texts.next().contact());
        assertTrue(request.contains("X-Twilio-Signature: +r5DjLX+IdLXhORadKcksjJNCaM="), request);
        assertTrue(request.endsWith("&To=%2B15005550006"), request);
    }

    @Test
    void a_crowd_does_it_so_many_times_and_one_who_fails_ends_it() throws InterruptedException {
        var done = new AtomicInteger();
        new Crowd(3).times(100, () -> done::incrementAndGet);
        assertEquals(100, done.get());

        var failing = assertThrows(IllegalStateException.class, () -> new Crowd(1).times(1, () -> () -> {
            throw new IOException("no server");
        }));
        assertEquals("java.io.IOException: no server", String.valueOf(failing.getCause()));
    }

    @Test
    void who_is_late_counts_from_when_he_was_to_begin() throws InterruptedException {
        // One alone takes 5 ms each, and is to begin one a millisecond: the last waits for all the others.
        Latencies latencies = new Crowd(1).atRate(1_000, 20, () -> () -> {
            long end = System.nanoTime() + 5_000_000;
            while (System.nanoTime() - end < 0) {
                Thread.onSpinWait();
            }
        });
        assertTrue(latencies.longest() >= 75, latencies.toString());
    }

    @Test
    void percentiles_are_those_of_the_textbook() {
        Latencies latencies = Latencies.of(LongStream.rangeClosed(1, 200).map(ms -> ms * 1_000_000).toArray());
        assertEquals(new Latencies(100, 198, 200), latencies);
    }

    @Test
    void figures_are_printed_with_their_share_and_written_down(@TempDir Path folder) throws IOException {
        var out = new ByteArrayOutputStream();
        var figures = new Figures(new PrintStream(out, true, StandardCharsets.UTF_8));
        figures.add(new Figure("the limit", 200, "/s", ""));
        figures.add(new Figure("ours", 50, "/s", ">= 40"), "the limit");
        figures.write(folder.resolve("load.json"));

        assertTrue(out.toString(StandardCharsets.UTF_8).contains("25.0 % of the limit"), out.toString(StandardCharsets.UTF_8));
        String json = Files.readString(folder.resolve("load.json"));
        assertTrue(json.contains("\"name\" : \"ours\"") && json.contains("\"value\" : 50.0"), json);
    }

    private static byte[] send(String to) {
        return post("/2010-04-01/Accounts/AC/Messages.json", "From=%2B15005550006&To=" + to.replace("+", "%2B") + "&Body=Hi");
    }

    private static byte[] post(String path, String body) {
        return ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
