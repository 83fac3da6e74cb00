package dev.parley.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.ports.Secret;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A message as Standard Webhooks 1.0 signs it.
 *
 * @param id the same over all attempts
 * @param at when this attempt is made
 * @param payload what is sent
 * @see <a href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">the standard</a>
 */
record StandardWebhook(String id, Instant at, String payload) {

    private static final String SECRET_PREFIX = "whsec_";
    private static final String HMAC = "HmacSHA256";
    private static final String VERSION = "v1,";

    /** The time as it is signed and sent, in seconds since 1970. */
    String timestamp() {
        return Long.toString(at.getEpochSecond());
    }

    /** One signature a secret, separated by spaces: while a secret is changed, the receiver knows the old or the new one. */
    String signature(List<Secret> secrets) {
        return secrets.stream().map(this::signature).collect(Collectors.joining(" "));
    }

    private String signature(Secret secret) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key(secret), HMAC));
            byte[] signed = (id + "." + timestamp() + "." + payload).getBytes(UTF_8);
            return VERSION + Base64.getEncoder().encodeToString(mac.doFinal(signed));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + HMAC, impossible);
        }
    }

    private static byte[] key(Secret secret) {
        String written = secret.reveal();
        try {
            return Base64.getDecoder().decode(written.startsWith(SECRET_PREFIX) ? written.substring(SECRET_PREFIX.length()) : written);
        } catch (IllegalArgumentException notBase64) {
            // Its message quotes the secret.
            throw new IllegalArgumentException("a webhook secret is " + SECRET_PREFIX + " and base64");
        }
    }
}
