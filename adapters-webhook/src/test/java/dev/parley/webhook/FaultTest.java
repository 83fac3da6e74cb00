package dev.parley.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.notify.PostOutcome;
import dev.parley.ports.notify.PostOutcome.Answered;
import dev.parley.ports.notify.PostOutcome.Failed;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that do not answer, and those that answer for the harm of it. */
@Timeout(60)
class FaultTest {

    private static final long MEGABYTE = 1024L * 1024;
    private static final Set<String> WORDS = Set.of("connection closed", "not an HTTP answer", "timed out");

    @Test
    void a_closed_port_refuses() throws IOException {
        int port;
        try (var once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = once.getLocalPort();
        }
        assertEquals(Webhooks.failed("connection refused"), Webhooks.post(Webhooks.callingLoopback(), "http://127.0.0.1:" + port + "/"));
    }

    @Test
    void an_unknown_name_cannot_be_resolved() {
        assertEquals(Webhooks.failed("could not be resolved"), Webhooks.post(Webhooks.callingLoopback(), "https://nobody.example/"));
    }

    @Test
    void a_reset_is_a_closed_connection_and_not_tried_again() throws IOException {
        try (var server = new RawServer(socket -> socket.setSoLinger(true, 0))) {
            assertEquals(Webhooks.failed("connection closed"), Webhooks.post(Webhooks.callingLoopback(), Webhooks.url(server)));
            assertEquals(1, server.connections());
        }
    }

    @ParameterizedTest @ValueSource(
            strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab", "HTTP/1.1 100 Continue\r\n\r\n"})
    void an_answer_that_breaks_off_is_none(String answer) throws IOException {
        try (var server = RawServer.saying(answer)) {
            assertEquals(Webhooks.failed("connection closed"), Webhooks.post(Webhooks.callingLoopback(), Webhooks.url(server)));
        }
    }

    @ParameterizedTest @ValueSource(
            strings = {"SSH-2.0-OpenSSH_9.9\r\n", "220 mail.internal ESMTP\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n",
                "HTTP/1.1 000 Zero\r\n\r\n",
                "HTTP/1.1 -5 Negative\r\n\r\n", "HTTP/1.1 1000000 Much\r\n\r\n", "HTTP/1.1 OK\r\n\r\n", "HTTP/2.0 200 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n"})
    void what_is_not_http_is_said_to_be_so_and_not_shown(String answer) throws IOException {
        try (var server = RawServer.saying(answer)) {
            assertEquals(Webhooks.failed("not an HTTP answer"), Webhooks.post(Webhooks.callingLoopback(), Webhooks.url(server)));
        }
    }

    @Test
    void a_head_without_end_is_not_read_to_its_end() throws Exception {
        for (String endless : List.of("X-Header: 1\r\n", "a")) {
            var sent = new AtomicLong();
            try (var server = new RawServer(socket -> flood(socket, "HTTP/1.1 200 OK\r\n", endless, sent))) {
                assertEquals(Webhooks.failed("not an HTTP answer"), Webhooks.post(Webhooks.callingLoopback(), Webhooks.url(server)));
                server.ending();
                assertTrue(sent.get() < 20 * MEGABYTE, sent + " bytes could be sent");
            }
        }
    }

    @ParameterizedTest @ValueSource(
            strings = {"Content-Length: 104857600\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n6400000\r\n", "Connection: close\r\n\r\n"})
    void of_100_megabytes_only_the_beginning_is_read(String framing) throws Exception {
        var sent = new AtomicLong();
        try (var server = new RawServer(socket -> flood(socket, "HTTP/1.1 200 OK\r\n" + framing, "a", sent))) {
            PostOutcome outcome = Webhooks.post(Webhooks.callingLoopback(), Webhooks.url(server));
            assertEquals("a".repeat(1024), assertInstanceOf(Answered.class, outcome).body());
            server.ending();
            assertTrue(sent.get() < 20 * MEGABYTE, sent + " bytes could be sent");
        }
    }

    @ParameterizedTest @ValueSource(
            strings = {"", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 16000\r\n\r\n", "HTTP/1.1 100 Continue\r\n\r\n"})
    void a_server_that_drips_is_cut_off_in_time(String beginning) throws Exception {
        try (var server = new RawServer(socket -> drip(socket, beginning))) {
            assertEquals(Webhooks.failed("timed out"), Webhooks.post(Webhooks.hurried(), Webhooks.url(server)));
            assertTrue(server.ending().matches(".*(Broken pipe|reset|no request).*"), "the connection was left open");
        }
    }

    @Test
    void a_server_that_says_nothing_is_cut_off_in_time() throws Exception {
        try (var server = new RawServer(socket -> socket.getInputStream().read())) {
            assertEquals(Webhooks.failed("timed out"), Webhooks.post(Webhooks.hurried(), Webhooks.url(server)));
            server.ending();
        }
    }

    @Test
    void a_server_that_never_accepts_is_cut_off_in_time() throws IOException {
        try (var full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress()); var first = socketTo(full); var second = socketTo(full)) {
            assertTrue(first.isConnected() && second.isConnected());
            assertEquals(Webhooks.failed("timed out"), Webhooks.post(Webhooks.hurried(), "http://127.0.0.1:" + full.getLocalPort() + "/"));
        }
    }

    @Test
    void a_resolver_that_hangs_is_not_waited_for_and_what_it_says_is_not_called() throws Exception {
        var hanging = new CountDownLatch(1);
        var asked = new CompletableFuture<Thread>();
        Names names = name -> {
            asked.complete(Thread.currentThread());
            awaitStubbornly(hanging);
            return Webhooks.addresses("127.0.0.1");
        };
        try (var server = RawServer.answering(200, "", "")) {
            var webhooks = Webhooks.calling(Webhooks.LOOPBACK_TOO, names, Webhooks.SHORT);
            assertEquals(Webhooks.failed("timed out"), Webhooks.post(webhooks, "http://crm.example:" + server.port() + "/"));
            hanging.countDown();
            asked.get().join();
            assertEquals(0, server.connections());
        }
    }

    @Test
    void a_bug_is_no_outcome() {
        Names broken = name -> {
            throw new IllegalStateException("a bug");
        };
        var webhooks = Webhooks.calling(Webhooks.LOOPBACK_TOO, broken, Webhooks.LONG_ENOUGH);
        var thrown = assertThrows(IllegalStateException.class, () -> Webhooks.post(webhooks, "https://crm.example/"));
        assertEquals(Optional.of("a bug"), Optional.ofNullable(thrown.getCause()).map(Throwable::getMessage));
    }

    @Test
    void who_is_interrupted_stops_and_stays_interrupted() throws Exception {
        try (var server = new RawServer(socket -> socket.getInputStream().read())) {
            var outcome = new CompletableFuture<PostOutcome>();
            var interrupted = new CompletableFuture<Boolean>();
            Thread caller = Thread.ofVirtual().start(() -> {
                outcome.complete(Webhooks.post(Webhooks.callingLoopback(), Webhooks.url(server)));
                interrupted.complete(Thread.currentThread().isInterrupted());
            });
            while (server.requests().isEmpty()) {
                Thread.onSpinWait();
            }
            caller.interrupt();
            assertEquals(Webhooks.failed("stopped on our side"), outcome.get());
            assertTrue(interrupted.get());
            server.ending();
        }
    }

    @Test
    void no_answer_however_strange_breaks_us() throws IOException {
        String good = String.join(
                "\r\n",
                "HTTP/1.1 200 OK",
                "Content-Type: application/json",
                "Retry-After: 5",
                "Transfer-Encoding: chunked",
                "",
                "e",
                "{\"reply\":\"Hi\"}",
                "0",
                "",
                "");
        var random = new Random(20260301);
        for (int round = 0; round < 500; round++) {
            try (var server = RawServer.saying(mutated(good, random))) {
                PostOutcome outcome = Webhooks.post(Webhooks.callingLoopback(), Webhooks.url(server));
                assertTrue(
                        outcome instanceof Answered || (outcome instanceof Failed(String words) && WORDS.contains(words)),
                        outcome.toString());
            }
        }
    }

    private static String mutated(String good, Random random) {
        var strange = new StringBuilder(good);
        for (int change = random.nextInt(6); change >= 0; change--) {
            int at = random.nextInt(strange.length());
            switch (random.nextInt(3)) {
                case 0 -> strange.setCharAt(at, (char) random.nextInt(256));
                case 1 -> strange.insert(at, (char) random.nextInt(256));
                default -> strange.deleteCharAt(at);
            }
        }
        return strange.toString();
    }

    private static void flood(Socket socket, String beginning, String again, AtomicLong sent) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(beginning.getBytes(US_ASCII));
        byte[] block = again.repeat(64 * 1024 / again.length()).getBytes(US_ASCII);
        while (sent.get() < 100 * MEGABYTE) {
            out.write(block);
            sent.addAndGet(block.length);
        }
    }

    private static void drip(Socket socket, String beginning) throws IOException, InterruptedException {
        OutputStream out = socket.getOutputStream();
        out.write(beginning.getBytes(US_ASCII));
        var never = new CountDownLatch(1);
        while (!never.await(10, TimeUnit.MILLISECONDS)) {
            out.write(beginning.startsWith("HTTP/1.1 100") ? beginning.getBytes(US_ASCII) : "H".getBytes(US_ASCII));
        }
    }

    private static void awaitStubbornly(CountDownLatch latch) {
        boolean interrupted = false;
        while (true) {
            try {
                latch.await();
                break;
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Socket socketTo(ServerSocket server) throws IOException {
        return new Socket(server.getInetAddress(), server.getLocalPort());
    }
}
