package dev.parley.twilio;

import dev.parley.ports.Secret;
import dev.parley.ports.spi.Parameter;
import dev.parley.ports.spi.Verdict;
import dev.parley.ports.spi.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks <a href="https://www.twilio.com/docs/usage/webhooks/webhooks-security">Twilio's signature</a>: an HMAC-SHA1, with the
 * auth token as key, over the address followed by the sorted parameters of a form. Our own, since the validator of Twilio's
 * library re-encodes addresses and knows only one value a name. Immutable.
 */
final class TwilioSignature {

    private static final String HEADER = "X-Twilio-Signature";
    private static final String BODY_HASH = "bodySHA256";
    private static final String HMAC = "HmacSHA1";

    private static final Verdict UNSIGNED = Verdict.Forged.because(
            "There is no " + HEADER + " header. Twilio always sends one: "
                    + "either this is not from Twilio, or something between Twilio and us removes the header.");
    private static final Verdict UNSIGNED_BODY = Verdict.Forged.because(
            "The body is no form, and the address has no " + BODY_HASH
                    + " that is its hash: nothing shows that Twilio wrote it.");

    private final List<SecretKeySpec> keys;

    /** Takes any of these auth tokens for good. */
    TwilioSignature(List<Secret> tokens) {
        this.keys = tokens.stream().map(token -> new SecretKeySpec(utf8(token.reveal()), HMAC)).toList();
    }

    Verdict check(WebhookRequest request) {
        Optional<String> signature = request.header(HEADER);
        if (signature.isEmpty()) {
            return UNSIGNED;
        }
        if (!signsBody(request)) {
            return UNSIGNED_BODY;
        }
        Signed signed = new Signed(parameters(request), signature.get());
        List<String> urls = WebhookUrl.parse(request.publicUrl()).map(WebhookUrl::signedForms).orElse(List.of(request.publicUrl()));
        return matches(signed, urls) ? new Verdict.Genuine() : new NearMiss(request).verdict(urls, near -> matches(signed, near));
    }

    /**
     * What is signed besides the address, and the signature.
     *
     * @param parameters the parameters of a form, in Twilio's order
     * @param signature in Base64, and compared so: to decode it would let many signatures pass for one
     */
    private record Signed(String parameters, String signature) {}

    /** Looks at all of them, whether one has matched or not, so that the time it takes tells nothing. */
    private boolean matches(Signed signed, List<String> urls) {
        boolean found = false;
        for (String url : urls) {
            for (SecretKeySpec key : keys) {
                found |= MessageDigest.isEqual(sign(key, url + signed.parameters()), utf8(signed.signature()));
            }
        }
        return found;
    }

    private static byte[] sign(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return Base64.getEncoder().encode(mac.doFinal(utf8(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }

    /** Names by code unit, and of a name each value once: as Twilio's own libraries put them. */
    private static String parameters(WebhookRequest request) {
        if (!isForm(request)) {
            return "";
        }
        return request.form()
                .stream()
                .distinct()
                .sorted(Comparator.comparing(Parameter::name).thenComparing(Parameter::value))
                .map(pair -> pair.name() + pair.value())
                .collect(Collectors.joining());
    }

    private static boolean signsBody(WebhookRequest request) {
        return request.body().length == 0 || isForm(request) || Parameter.first(request.query(), BODY_HASH)
                .filter(hash -> MessageDigest.isEqual(utf8(hash), sha256(request.body())))
                .isPresent();
    }

    private static boolean isForm(WebhookRequest request) {
        return request.method().equals("POST") && request.contentType().equals("application/x-www-form-urlencoded");
    }

    private static byte[] sha256(byte[] body) {
        try {
            return utf8(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
