package dev.parley.twilio;

import dev.parley.ports.spi.Parameter;
import dev.parley.ports.spi.WebhookRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A webhook as Twilio makes it. Refined step by step; signed last.
 *
 * @param url the address it is sent to, and signed for
 * @param form what stands in its body
 * @param headers what else it says
 */
record Hook(String url, List<Parameter> form, List<Parameter> headers) {

    static final String URL = "https://hooks.example.com/twilio/in";
    static final String TOKEN = "0123456789abcdef0123456789abcdef";
    static final String OTHER_TOKEN = "fedcba9876543210fedcba9876543210";
    static final String ACCOUNT = "AC00000000000000000000000000000001";

    /** A form with these names and values in turn. */
    static Hook to(String url, String...namesAndValues) {
        List<Parameter> form = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.add(new Parameter(namesAndValues[i], namesAndValues[i + 1]));
        }
        return new Hook(url, form, List.of());
    }

    /** A text from a contact, with everything that Twilio sends along. */
    static Hook text() {
        return to(URL, "ToCountry", "US", "ToState", "", "SmsMessageSid", "SM1", "NumMedia", "0", "ToCity", "", "FromZip", "94105",
                "SmsSid",
                "SM1", "SmsStatus", "received", "Body", "Größe 👍🏽 & 1+1=2", "To", "+15005550009", "NumSegments", "1", "MessageSid", "SM1",
                "AccountSid", ACCOUNT, "From", "+15005550006", "ApiVersion", "2010-04-01");
    }

    /** What became of a text of ours. */
    static Hook status(String word) {
        return to(URL, "SmsSid", "SM2", "SmsStatus", word, "MessageStatus", word, "To", "+15005550006", "MessageSid", "SM2", "AccountSid",
                ACCOUNT, "From", "+15005550009", "ApiVersion", "2010-04-01");
    }

    Hook with(String name, String value) {
        Stream<Parameter> others = form.stream().filter(p -> !p.name().equals(name));
        return new Hook(url, Stream.concat(others, Stream.of(new Parameter(name, value))).toList(), headers);
    }

    Hook without(String name) {
        return new Hook(url, form.stream().filter(p -> !p.name().equals(name)).toList(), headers);
    }

    Hook at(String otherUrl) {
        return new Hook(otherUrl, form, headers);
    }

    Hook header(String name, String value) {
        return new Hook(url, form, Stream.concat(headers.stream(), Stream.of(new Parameter(name, value))).toList());
    }

    Hook signed() {
        return signed(TOKEN);
    }

    Hook signed(String token) {
        return header("X-Twilio-Signature", signature(token));
    }

    /** The signature that Twilio would put. */
    String signature(String token) {
        return signature(token, url, form);
    }

    static String signature(String token, String url, List<Parameter> form) {
        String parameters = form.stream()
                .map(p -> p.name() + "\n" + p.value())
                .distinct()
                .sorted(Hook::byNameThenValue)
                .map(pair -> pair.replaceFirst("\n", ""))
                .collect(Collectors.joining());
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal((url + parameters).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static int byNameThenValue(String one, String other) {
        String[] a = one.split("\n", 2);
        String[] b = other.split("\n", 2);
        return Arrays.compare(a, b);
    }

    WebhookRequest post() {
        return post("application/x-www-form-urlencoded; charset=UTF-8", encoded());
    }

    WebhookRequest post(String contentType, String body) {
        List<Parameter> all = Stream.concat(Stream.of(new Parameter("content-type", contentType)), headers.stream()).toList();
        return new WebhookRequest("POST", url, all, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The same parameters in the query of a GET, signed as such. */
    WebhookRequest get() {
        String address = url + "?" + encoded();
        Parameter signature = new Parameter("X-Twilio-Signature", signature(TOKEN, address, List.of()));
        return new WebhookRequest("GET", address, Stream.concat(headers.stream(), Stream.of(signature)).toList(), new byte[0]);
    }

    String encoded() {
        return form.stream().map(p -> encode(p.name()) + "=" + encode(p.value())).collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
