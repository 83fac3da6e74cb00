package dev.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.app.config.Configuration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AddressTest {

    private static final URI ELSEWHERE = URI.create("https://texts.example.com");

    @Test
    void any_port_becomes_one_that_is_free() {
        Address address = Address.of(wanted("127.0.0.1", 0));
        assertTrue(address.port() > 0);
        assertEquals("http://127.0.0.1:" + address.port(), address.url().toString());
        assertEquals("http://localhost:" + address.port(), address.publicUrl().toString());
        assertEquals(address, Address.of(wanted("127.0.0.1", address.port())));
    }

    @Test
    void a_port_that_is_taken_is_told_in_one_line() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            var no = assertThrows(CannotStart.class, () -> Address.of(wanted("127.0.0.1", other.getLocalPort())));
            String where = "cannot listen on 127.0.0.1:" + other.getLocalPort();
            assertEquals(where + ": Address already in use; PARLEY_HOST and PARLEY_PORT choose another", no.line());
        }
    }

    @Test
    void an_address_of_another_machine_is_told_in_one_line() {
        var no = assertThrows(CannotStart.class, () -> Address.of(wanted("192.0.2.1", 0)));
        assertTrue(no.line().startsWith("cannot listen on 192.0.2.1:0: "), no.line());
    }

    @Test
    void this_machine_reaches_a_server_that_listens_everywhere_by_its_loopback() {
        assertEquals("http://127.0.0.1:8080", new Address(InetAddress.ofLiteral("0.0.0.0"), 8080, ELSEWHERE).url().toString());
        assertEquals("http://[0:0:0:0:0:0:0:1]:8080", new Address(InetAddress.ofLiteral("::1"), 8080, ELSEWHERE).url().toString());
    }

    @Test
    void the_outside_may_know_it_by_another_address() {
        var behindAProxy = new Configuration.Server(
                InetAddress.ofLiteral("127.0.0.1"),
                0,
                Optional.of(ELSEWHERE),
                16,
                Duration.ofSeconds(30),
                Duration.ofSeconds(25));
        assertEquals(ELSEWHERE, Address.of(behindAProxy).publicUrl());
    }

    private static Configuration.Server wanted(String address, int port) {
        return new Configuration.Server(
                InetAddress.ofLiteral(address),
                port,
                Optional.empty(),
                16,
                Duration.ofSeconds(30),
                Duration.ofSeconds(25));
    }
}
