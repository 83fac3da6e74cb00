package dev.parley.telnyx;

import dev.parley.ports.spi.Verdict;
import dev.parley.ports.spi.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.InstantSource;
import java.util.Base64;

/**
 * Ed25519 over the time in seconds, a bar and the raw body, in
 * <a href="https://developers.telnyx.com/docs/messaging/messages/receiving-webhooks">two headers</a>. Each try is signed with
 * the time of that try, so that a late one is not too old. Thread-safe.
 */
record TelnyxSignature(PublicKey key, InstantSource clock) {

    private static final String TIMESTAMP = "telnyx-timestamp";
    private static final String SIGNATURE = "telnyx-signature-ed25519";

    /** What stands before the 32 bytes of a key in X.509 (RFC 8410): twelve bytes, so that the base64 of both can be joined. */
    private static final String X509 = "MCowBQYDK2VwAyEA";

    /** Refuses what is no key in Telnyx' notation. */
    static TelnyxSignature of(String publicKey, InstantSource clock) {
        try {
            var encoded = new X509EncodedKeySpec(Base64.getDecoder().decode(X509 + publicKey));
            PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(encoded);
            Signature.getInstance("Ed25519").initVerify(key);
            return new TelnyxSignature(key, clock);
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            throw new IllegalArgumentException(TelnyxProviderFactory.PUBLIC_KEY + " is the base64 of an Ed25519 key of 32 bytes");
        }
    }

    Verdict check(WebhookRequest request) {
        String timestamp = request.header(TIMESTAMP).orElse("");
        String signature = request.header(SIGNATURE).orElse("");
        try {
            long off = Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp));
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update((timestamp + "|").getBytes(StandardCharsets.UTF_8));
            ed25519.update(request.body());
            byte[] decoded = Base64.getDecoder().decode(signature);
            if (!ed25519.verify(decoded) || !Base64.getEncoder().encodeToString(decoded).equals(signature)) {
                return Verdict.Forged.because("It was signed with another key than publicKey, or changed on its way.");
            }
            return off <= 300 ? new Verdict.Genuine()
                    : Verdict.Forged.because("Its time is more than five minutes off: compare the clocks.");
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return Verdict.Forged.because("It lacks the header " + TIMESTAMP + " or " + SIGNATURE + ", or they are malformed.");
        }
    }
}
