package dev.parley.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.Rejection;
import dev.parley.ports.Result;
import dev.parley.ports.in.WebhookHit;
import dev.parley.ports.out.StoreUnavailable;
import dev.parley.ports.spi.Parameter;
import dev.parley.ports.spi.WebhookAnswer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhooksTest {

    private final FakeCore core = new FakeCore();
    private final Rig rig = Rig.with(core);

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void a_carrier_hears_what_its_provider_says() {
        Answer answer = rig.stranger()
                .with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", "/webhooks/twilio/inbound", Optional.of("Body=Hi+there&To=%2B15005550006"));
        assertEquals(200, answer.status());
        assertEquals(Optional.of("text/xml"), answer.header("Content-Type"));
        assertEquals("<Response/>", answer.body());
        WebhookHit hit = core.hits.getFirst();
        assertEquals("twilio", hit.provider());
        assertEquals(Optional.empty(), hit.connection());
        assertEquals("POST", hit.request().method());
        assertEquals(List.of(new Parameter("Body", "Hi there"), new Parameter("To", "+15005550006")), hit.request().form());
    }

    @Test
    void a_connection_has_addresses_of_its_own() {
        String id = core.ids.next().toString();
        for (String kind : List.of("inbound", "status")) {
            rig.stranger().get("/webhooks/vonage/" + id + "/" + kind);
            assertEquals(id, core.hits.getLast().connection().orElseThrow().toString());
            assertEquals("vonage", core.hits.getLast().provider());
        }
    }

    @ParameterizedTest @ValueSource(strings = {"/webhooks/twilio/inbound", "/webhooks/twilio/inbound?a=b&a=c&d",
        "/webhooks/twilio/inbound?x=%41%2b+%7E&y=a:b@c/d?e",
        "/webhooks/twilio/inbound;v=1?x=y", "/webhooks//twilio/./inbound?z", "/webhooks/twilio/x/../inbound", "/webhooks/%74wilio/inbound",
        "/webhooks/twilio/inbound?api_key=mine"})
    void the_address_is_passed_on_as_it_was_asked_for(String target) {
        try (RawConnection raw = rig.raw()) {
            raw.send("GET " + target + " HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n\r\n").until("<Response/>");
        }
        assertEquals("https://parley.example/base" + target, core.hits.getFirst().request().publicUrl());
    }

    @Test
    void the_headers_are_passed_on_as_they_came() {
        try (RawConnection raw = rig.raw()) {
            raw.send(
                    "GET /webhooks/twilio/inbound HTTP/1.1\r\nHost: a\r\nX-Twice: one, two\r\nX-Twice: three\r\nX-Twilio-Signature:  ab+/= \r\n\r\n")
                    .until("<Response/>");
        }
        var request = core.hits.getFirst().request();
        assertEquals(Optional.of("ab+/="), request.header("x-twilio-signature"));
        assertEquals(Optional.of("one, two"), request.header("X-Twice"));
    }

    @Test
    void the_bytes_are_passed_on_as_they_came() {
        try (RawConnection raw = rig.raw()) {
            raw.send("POST /webhooks/twilio/inbound HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\n\u0000\u00ff\r\n").until("<Response/>");
        }
        assertEquals(List.of((byte) 0, (byte) 0xff, (byte) 13, (byte) 10), bytes(core.hits.getFirst().request().body()));
    }

    @Test
    void an_unknown_provider_looks_like_an_unknown_address() {
        core.receiving = _ -> Result.rejected(Rejection.notFound("provider"));
        Answer provider = rig.stranger().send("POST", "/webhooks/nobody/inbound", Optional.of("a=b"));
        Answer connection = rig.stranger().send("POST", "/webhooks/twilio/not-an-id/inbound", Optional.of("a=b"));
        Answer address = rig.stranger().send("POST", "/webhooks/nobody/nothing", Optional.of("a=b"));
        assertEquals(404, provider.status());
        assertEquals(address.bodyButRequestId(), provider.bodyButRequestId());
        assertEquals(address.bodyButRequestId(), connection.bodyButRequestId());
    }

    @Test
    void what_cannot_be_stored_is_to_be_sent_again() {
        core.receiving = _ -> {
            throw new StoreUnavailable("away", new IllegalStateException());
        };
        Answer answer = rig.stranger().send("POST", "/webhooks/twilio/inbound", Optional.of("a=b"));
        assertEquals(503, answer.status());
        assertTrue(answer.header("Retry-After").isPresent());
    }

    @Test
    void any_status_and_header_of_a_provider_goes_out() {
        core.receiving = _ -> Result.ok(new WebhookAnswer(403, Map.of("X-Why", "no"), ""));
        Answer refused = rig.stranger().get("/webhooks/twilio/status");
        assertEquals(403, refused.status());
        assertEquals(Optional.of("no"), refused.header("X-Why"));
        core.receiving = _ -> Result.ok(WebhookAnswer.NO_CONTENT);
        assertEquals(204, rig.stranger().get("/webhooks/twilio/status").status());
    }

    @Test
    void a_webhook_has_64_kib_at_most() {
        assertEquals(200, rig.stranger().send("POST", "/webhooks/twilio/inbound", Optional.of("a".repeat(64 * 1024))).status());
        assertEquals(413, rig.stranger().send("POST", "/webhooks/twilio/inbound", Optional.of("a".repeat(64 * 1024 + 1))).status());
        assertEquals(413, rig.stranger().send("POST", "/webhooks/twilio/inbound", Optional.of("a".repeat(200 * 1024))).status());
        assertEquals(1, core.hits.size());
    }

    @Test
    void a_whole_text_fits_into_an_address() {
        assertEquals(200, rig.stranger().get("/webhooks/twilio/inbound?Body=" + "%E2%82%AC".repeat(1600)).status());
        assertEquals("€".repeat(1600), core.hits.getFirst().request().query().getFirst().value());
    }

    private static List<Byte> bytes(byte[] bytes) {
        return IntStream.range(0, bytes.length).mapToObj(i -> bytes[i]).toList();
    }
}
