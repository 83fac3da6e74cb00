package dev.parley.vonage;

import dev.parley.ports.Secret;
import dev.parley.ports.spi.Verdict;
import dev.parley.ports.spi.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * <a href="https://developer.vonage.com/en/messages/concepts/signed-webhooks">The signature of the Messages API</a>: a JSON Web Token that
 * has a hash of the body in it. Our own, since the check of Vonage's library looks at neither that hash nor who signed, and takes no
 * token of a clock that is a second ahead. Immutable.
 */
final class MessagesSignature {

    private static final String ALGORITHM = "HS256";
    private static final String HMAC = "HmacSHA256";
    private static final String ISSUER = "Vonage";

    /** A callback that is tried again is signed again: Vonage mends by it what it failed to sign. So one of long ago was kept by somebody. */
    private static final Duration BEHIND = Duration.ofMinutes(5);

    private static final Duration AHEAD = Duration.ofMinutes(1);

    /** By an error of its own Vonage may fail to sign; it asks for a 5xx then, to send the same again with its signature. */
    private static final Verdict UNSIGNED = new Verdict.Undecided(
            "There is no Authorization header. Vonage signs what the Messages API sends, and sends again what it failed to sign. "
                    + "Should it never be signed, switch on signed webhooks in Vonage's dashboard, under API settings.");

    private final Secret secret;
    private final VonageAccount account;
    private final InstantSource clock;

    MessagesSignature(Secret secret, VonageAccount account, InstantSource clock) {
        this.secret = secret;
        this.account = account;
        this.clock = clock;
    }

    Verdict check(WebhookRequest request) {
        if (request.header("Authorization").isEmpty()) {
            return UNSIGNED;
        }
        return MessagesToken.of(request)
                .map(token -> objection(token, request))
                .orElse(Optional.of("The Authorization header holds no JSON Web Token: this is not from Vonage's Messages API."))
                .<Verdict>map(Verdict.Forged::because)
                .orElseGet(Verdict.Genuine::new);
    }

    private Optional<String> objection(MessagesToken token, WebhookRequest request) {
        return unless(token.header().path("alg").asText().equals(ALGORITHM), "The token is not signed with " + ALGORITHM + ".")
                .or(() -> unless(equal(sign(token.signed()), token.signature()),
                        "The token's signature is not one of our signature secret: compare signatureSecret with the one in Vonage's dashboard, "
                                + "under API settings."))
                .or(() -> unless(token.claim("iss").filter(ISSUER::equals).isPresent(), "The token is not issued by Vonage."))
                .or(() -> unless(token.claim("payload_hash").filter(hash -> equal(sha256(request.body()), hash)).isPresent(),
                        "The token is for another body: something between Vonage and us changes it."))
                .or(() -> unless(isOurs(token), "The token is of another account or application: compare apiKey and applicationId."))
                .or(() -> unless(isTimely(token), "The token is not of these minutes: look at the clock of this machine."));
    }

    private static Optional<String> unless(boolean right, String why) {
        return right ? Optional.empty() : Optional.of(why);
    }

    private boolean isOurs(MessagesToken token) {
        Optional<String> application = token.claim("application_id");
        boolean ours = account.application().isEmpty() || application.isEmpty()
                || application.get().equalsIgnoreCase(account.application().get().id());
        return token.claim("api_key").filter(account.apiKey()::equals).isPresent() && ours;
    }

    private boolean isTimely(MessagesToken token) {
        if (!token.claims().path("iat").canConvertToLong()) {
            return false;
        }
        long iat = token.claims().path("iat").asLong();
        Instant now = clock.instant();
        return iat >= now.minus(BEHIND).getEpochSecond() && iat <= now.plus(AHEAD).getEpochSecond();
    }

    private String sign(String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(utf8(secret.reveal()), HMAC));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(utf8(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static boolean equal(String ours, String theirs) {
        return MessageDigest.isEqual(utf8(ours), utf8(theirs));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
