package dev.parley.simulator;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.Secret;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.out.StoreUnavailable;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SimulatorPhoneTest {

    private static final UUID UUID_1 = UUID.fromString("01890000-0000-7000-8000-000000000001");
    private static final PhoneNumber CONTACT = new PhoneNumber("+15005550200");
    private static final PhoneNumber OURS = new PhoneNumber("+15005550100");

    @RegisterExtension
    final Loopback loopback = new Loopback();

    private final SimulatorPhone phone = new SimulatorPhone(loopback::base, Loopback.CLOCK, new SecureRandom());

    private static Connection connection(Map<String, Secret> credentials) {
        return new Connection(
                new ConnectionId(UUID_1),
                new OrganizationId(UUID_1),
                "simulator",
                "Trial",
                Optional.empty(),
                credentials,
                Map
                        .of(),
                1,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private String text(String body) {
        return phone.text(connection(Loopback.CREDENTIALS), CONTACT, OURS, body);
    }

    @Test
    void texts_the_connections_of_the_simulator() {
        assertEquals("simulator", phone.provider());
    }

    @ParameterizedTest @ValueSource(strings = {"Hello", "", " \n\t\"\\ ", "Größe 👍🏽 你好", "{\"type\":\"status\"}"})
    void a_text_arrives_as_a_genuine_webhook(String body) throws InterruptedException {
        String id = text(body);
        assertEquals(InboundText.of(id, "+15005550200", "+15005550100", body), loopback.nextEvent());
    }

    @Test
    void a_text_comes_to_the_address_of_its_connection() throws InterruptedException {
        text("Hello");
        assertEquals("/webhooks/simulator/" + UUID_1 + "/inbound", loopback.next().publicUrl());
    }

    @Test
    void no_two_texts_have_one_name() {
        String one = text("Hello");
        assertTrue(one.matches("SIM[0-9a-f]{32}"), one);
        assertFalse(one.equals(text("Hello")));
    }

    @ParameterizedTest @ValueSource(ints = {302, 403, 404, 503})
    void says_that_the_webhook_did_not_take_it(int status) {
        loopback.answers(aResponse().withStatus(status));
        assertThrows(StoreUnavailable.class, () -> text("Hello"));
    }

    @Test
    void says_that_the_connection_broke() {
        loopback.answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        StoreUnavailable unavailable = assertThrows(StoreUnavailable.class, () -> text("canary-text"));
        assertFalse(unavailable.toString().contains("canary-text"));
    }

    @Test
    void says_that_nobody_is_there() {
        SimulatorPhone lost = new SimulatorPhone(() -> URI.create("http://127.0.0.1:1"), Loopback.CLOCK, new SecureRandom());
        assertThrows(StoreUnavailable.class, () -> lost.text(connection(Loopback.CREDENTIALS), CONTACT, OURS, "Hello"));
    }

    @Test
    void a_connection_without_a_secret_is_a_mistake_of_ours() {
        assertThrows(IllegalArgumentException.class, () -> phone.text(connection(Map.of()), CONTACT, OURS, "Hello"));
    }

    @Test
    void does_not_wait_for_ever() {
        loopback.answers(aResponse().withStatus(200).withBody("x").withChunkedDribbleDelay(2, 10_000));
        SignedPost impatient = new SignedPost(Loopback.CLOCK, Duration.ofMillis(300));
        assertThrows(IOException.class, () -> impatient.post(loopback.base(), "{}", new Secret("s3cret")));
    }

    @Test
    void an_interrupted_wait_stays_interrupted() throws InterruptedException {
        loopback.answers(aResponse().withStatus(200).withFixedDelay(2_000));
        List<Object> seen = new CopyOnWriteArrayList<>();
        Thread texting = Thread.ofVirtual().start(() -> {
            Thread.currentThread().interrupt();
            seen.add(assertThrows(StoreUnavailable.class, () -> text("Hello")));
            seen.add(Thread.interrupted());
        });
        texting.join();
        assertInstanceOf(StoreUnavailable.class, seen.getFirst());
        assertEquals(true, seen.getLast());
    }
}
