package dev.parley.simulator;

import dev.parley.ports.Secret;
import dev.parley.ports.spi.Verdict;
import dev.parley.ports.spi.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The hexadecimal HMAC-SHA256 over the time in seconds, a dot and the raw body: what it proves is at most five minutes old. */
final class SimulatorSignature {

    static final String TIMESTAMP = "X-Simulator-Timestamp";
    static final String SIGNATURE = "X-Simulator-Signature";

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String HMAC = "HmacSHA256";

    private static final Verdict UNSIGNED = Verdict.Forged.because("It lacks the header " + TIMESTAMP + " or " + SIGNATURE + ".");
    private static final Verdict WRONG = Verdict.Forged.because("It was signed with another signingSecret, or its body was changed.");
    private static final Verdict TOO_FAR_OFF = Verdict.Forged.because("Its time is more than five minutes off: compare the clocks.");

    private final SecretKeySpec key;

    SimulatorSignature(Secret secret) {
        this.key = new SecretKeySpec(utf8(secret.reveal()), HMAC);
    }

    String sign(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update(utf8(timestamp + "."));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }

    Verdict check(WebhookRequest request, Instant now) {
        Optional<String> timestamp = request.header(TIMESTAMP);
        Optional<String> signature = request.header(SIGNATURE);
        if (timestamp.isEmpty() || signature.isEmpty()) {
            return UNSIGNED;
        }
        if (!MessageDigest.isEqual(utf8(sign(timestamp.get(), request.body())), utf8(signature.get()))) {
            return WRONG;
        }
        return isRecent(timestamp.get(), now) ? new Verdict.Genuine() : TOO_FAR_OFF;
    }

    private static boolean isRecent(String timestamp, Instant now) {
        if (!timestamp.matches("\\d{1,10}")) {
            return false;
        }
        Duration off = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now).abs();
        return off.compareTo(TOLERANCE) <= 0;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
