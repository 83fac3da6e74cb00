package dev.parley.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.parley.ports.notify.PostOutcome.Answered;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Names that lead elsewhere when they are asked again. */
class RebindingTest {

    private static final List<InetAddress> PUBLIC = Webhooks.addresses("93.184.216.34");
    private static final List<InetAddress> LOOPBACK = Webhooks.addresses("127.0.0.1");
    private static final List<InetAddress> BOTH = Webhooks.addresses("93.184.216.34", "::1");

    private RawServer listener;

    @BeforeEach
    void listen() throws IOException {
        listener = RawServer.answering(200, "", "");
    }

    @AfterEach
    void stop() {
        listener.close();
    }

    @Test
    void a_name_that_was_public_when_saved_is_not_called_when_it_has_become_private() throws IOException {
        var answers = new ArrayDeque<>(List.of(PUBLIC, LOOPBACK, BOTH));
        var webhooks = Webhooks.calling(Webhooks.PUBLIC_ONLY, name -> answers.remove(), Webhooks.LONG_ENOUGH);
        String url = "https://crm.example:" + listener.port() + "/";
        assertEquals(Optional.empty(), webhooks.refusal(URI.create(url)));
        assertEquals(Webhooks.failed("address not allowed"), Webhooks.post(webhooks, url));
        assertEquals(Webhooks.failed("address not allowed"), Webhooks.post(webhooks, url));
        assertEquals(0, listener.connections());
    }

    @Test
    void the_vetted_address_is_the_connected_one() throws IOException {
        Queue<List<InetAddress>> answers = new ArrayDeque<>(List.of(LOOPBACK));
        var webhooks = Webhooks.calling(Webhooks.LOOPBACK_TOO, name -> answers.remove(), Webhooks.LONG_ENOUGH);
        assertInstanceOf(Answered.class, Webhooks.post(webhooks, "http://crm.example:" + listener.port() + "/"));
        assertEquals(1, listener.connections());
    }

    @Test
    void the_next_address_is_tried_when_one_does_not_accept() throws IOException {
        RawServer.Script answer = socket -> socket.getOutputStream().write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(US_ASCII));
        try (var server = new RawServer(answer, new ServerSocket(0, 5, LOOPBACK.getFirst()))) {
            Names names = name -> Webhooks.addresses("::1", "127.0.0.2", "127.0.0.1");
            var webhooks = Webhooks.calling(Webhooks.LOOPBACK_TOO, names, Webhooks.LONG_ENOUGH);
            assertInstanceOf(Answered.class, Webhooks.post(webhooks, "http://crm.example:" + server.port() + "/"));
            assertEquals(1, server.requests().size());
        }
    }

    @Test
    void no_proxy_of_the_machine_stands_in_between() throws IOException {
        System.setProperty("socksProxyHost", "127.0.0.1");
        System.setProperty("socksProxyPort", Integer.toString(listener.port()));
        System.setProperty("socksNonProxyHosts", "");
        try (var server = RawServer.answering(200, "", "")) {
            assertInstanceOf(Answered.class, Webhooks.post(Webhooks.callingLoopback(), Webhooks.url(server)));
            assertEquals(1, server.requests().size());
        } finally {
            System.clearProperty("socksProxyHost");
            System.clearProperty("socksProxyPort");
            System.clearProperty("socksNonProxyHosts");
        }
        assertEquals(0, listener.connections());
    }
}
