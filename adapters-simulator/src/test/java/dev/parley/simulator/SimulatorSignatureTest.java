package dev.parley.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.parley.ports.Secret;
import dev.parley.ports.spi.Parameter;
import dev.parley.ports.spi.Verdict;
import dev.parley.ports.spi.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SimulatorSignatureTest {

    private static final Instant NOW = Instant.parse("2026-07-07T12:00:00Z");
    private static final String TIMESTAMP = "1783425600";
    private static final byte[] BODY = "{\"type\":\"text\"}".getBytes(StandardCharsets.UTF_8);
    /** By openssl: {@code printf '1783425600.{"type":"text"}' | openssl dgst -sha256 -hmac s3cret}. */
    private static final String SIGNATURE = "9921b1357b18cbeb5db57aa4d9eee6b8274631c32fb056118daba63373c2431f";

    private final SimulatorSignature signature = new SimulatorSignature(new Secret("s3cret"));

    private Verdict check(String timestamp, String signed, byte[] body) {
        return signature.check(
                new WebhookRequest(
                        "POST",
                        "http://localhost/in",
                        List.of(
                                new Parameter("x-simulator-timestamp", timestamp),
                                new Parameter("x-simulator-signature", signed)),
                        body),
                NOW);
    }

    private Verdict checkSigned(String timestamp) {
        return check(timestamp, signature.sign(timestamp, BODY), BODY);
    }

    private static void assertForged(Verdict verdict) {
        assertInstanceOf(Verdict.Forged.class, verdict);
    }

    @Test
    void signs_the_time_and_the_body() {
        assertEquals(SIGNATURE, signature.sign(TIMESTAMP, BODY));
        assertEquals(new Verdict.Genuine(), check(TIMESTAMP, SIGNATURE, BODY));
    }

    @Test
    void refuses_what_was_changed() {
        for (int i = 0; i < BODY.length; i++) {
            byte[] changed = BODY.clone();
            changed[i] ^= 1;
            assertForged(check(TIMESTAMP, SIGNATURE, changed));
        }
        assertForged(check("1783425601", SIGNATURE, BODY));
        assertForged(check(TIMESTAMP, SIGNATURE.replaceFirst(".$", "0"), BODY));
        assertForged(check(TIMESTAMP, "", BODY));
    }

    @Test
    void refuses_what_another_secret_signed() {
        assertForged(check(TIMESTAMP, new SimulatorSignature(new Secret("other")).sign(TIMESTAMP, BODY), BODY));
    }

    @Test
    void refuses_what_is_not_signed() {
        assertForged(signature.check(new WebhookRequest("POST", "http://localhost/in", List.of(), BODY), NOW));
        assertForged(
                signature.check(
                        new WebhookRequest(
                                "POST",
                                "http://localhost/in",
                                List.of(
                                        new Parameter(
                                                "X-Simulator-Timestamp",
                                                TIMESTAMP)),
                                BODY),
                        NOW));
        assertForged(
                signature.check(
                        new WebhookRequest(
                                "POST",
                                "http://localhost/in",
                                List.of(
                                        new Parameter(
                                                "X-Simulator-Signature",
                                                SIGNATURE)),
                                BODY),
                        NOW));
    }

    @Test
    void takes_clocks_that_are_five_minutes_apart() {
        assertEquals(new Verdict.Genuine(), checkSigned("1783425300"));
        assertEquals(new Verdict.Genuine(), checkSigned("1783425900"));
        assertForged(checkSigned("1783425299"));
        assertForged(checkSigned("1783425901"));
    }

    @ParameterizedTest @ValueSource(strings = {"", "now", "-1", "1783425600000", "1783425600.0", "99999999999999999999"})
    void refuses_an_odd_time_though_it_is_signed(String timestamp) {
        assertForged(checkSigned(timestamp));
    }
}
