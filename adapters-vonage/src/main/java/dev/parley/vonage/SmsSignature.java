package dev.parley.vonage;

import dev.parley.ports.Secret;
import dev.parley.ports.spi.Parameter;
import dev.parley.ports.spi.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * <a href="https://developer.vonage.com/en/getting-started/concepts/signing-messages">The signature of the SMS API</a>: over the sorted
 * parameters, as one of them. Our own, since the check of Vonage's library knows MD5 alone in public, takes no charset beside
 * {@code application/json}, and logs the text. Immutable.
 */
final class SmsSignature {

    private static final String SIGNATURE = "sig";
    private static final String TIMESTAMP = "timestamp";

    /** How far ahead of ours the clock that signed may be. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private static final Verdict UNSIGNED = Verdict.Forged.because(
            "There is no sig parameter. Vonage does not sign what the SMS API sends until its support has switched that on for the account: "
                    + "ask them for signed webhooks.");
    private static final Verdict UNTIMED = Verdict.Forged.because(
            "The signature is right, but there is no timestamp that it was made at, although Vonage always signs one.");
    private static final Verdict AHEAD_OF_TIME = Verdict.Forged.because(
            "The signature is right, but of a time to come: look at the clock of this machine.");

    private final Secret secret;
    private final SignatureMethod method;
    private final InstantSource clock;

    SmsSignature(Secret secret, SignatureMethod method, InstantSource clock) {
        this.secret = secret;
        this.method = method;
        this.clock = clock;
    }

    Verdict check(Content.OfSms content) {
        Optional<String> signature = content.find(SIGNATURE);
        if (signature.isEmpty()) {
            return UNSIGNED;
        }
        if (!matches(method, content, signature.get())) {
            return Verdict.Forged.because(advice(content, signature.get()));
        }
        return content.find(TIMESTAMP).flatMap(SmsSignature::instant).map(this::timed).orElse(UNTIMED);
    }

    /**
     * An old one is as good as a new one: Vonage tries for a day to bring us a text, and for three days a report, and nobody says that it
     * signs anew. What is brought twice has the same id, which core has seen, so that to play it again has no effect.
     */
    private Verdict timed(Instant signedAt) {
        return signedAt.isAfter(clock.instant().plus(AHEAD)) ? AHEAD_OF_TIME : new Verdict.Genuine();
    }

    /** What is not believed is tried with the other methods, for the operator's sake: nothing is accepted because of it. */
    private String advice(Content.OfSms content, String signature) {
        return Arrays.stream(SignatureMethod.values())
                .filter(other -> matches(other, content, signature))
                .findFirst()
                .map(other -> "Signed with " + other.word() + ", but this connection says " + method.word()
                        + ": set signatureMethod to " + other.word() + ".")
                .orElse("The signature is not one of our signature secret. Compare signatureSecret with the one in Vonage's dashboard, "
                        + "under API settings, and let nothing between Vonage and us add, drop or change a parameter.");
    }

    /** Whether Vonage signs a parameter that is blank, it does not say: its own libraries do both. */
    private boolean matches(SignatureMethod by, Content.OfSms content, String signature) {
        byte[] given = utf8(signature.toLowerCase(Locale.ROOT));
        boolean all = MessageDigest.isEqual(utf8(by.sign(secret, signed(content, p -> true))), given);
        boolean filled = MessageDigest.isEqual(utf8(by.sign(secret, signed(content, p -> !p.value().isBlank()))), given);
        return all || filled;
    }

    private static String signed(Content.OfSms content, Predicate<Parameter> which) {
        return content.parameters()
                .stream()
                .filter(p -> !p.name().equals(SIGNATURE))
                .filter(which)
                .sorted(Comparator.comparing(Parameter::name))
                .map(p -> "&" + plain(p.name()) + "=" + plain(p.value()))
                .collect(Collectors.joining());
    }

    private static String plain(String text) {
        return text.replace('&', '_').replace('=', '_');
    }

    private static Optional<Instant> instant(String seconds) {
        return seconds.matches("\\d{1,11}") ? Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds))) : Optional.empty();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
