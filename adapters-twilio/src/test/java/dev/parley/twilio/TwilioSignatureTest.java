package dev.parley.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.Secret;
import dev.parley.ports.spi.Parameter;
import dev.parley.ports.spi.Verdict;
import dev.parley.ports.spi.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TwilioSignatureTest {

    private static final String U = Hook.URL;
    private static final String PLAIN = "b+09EEeFVOvSCFGuleBuirYHxPc=";

    /**
     * A signature that Twilio's own libraries make too.
     *
     * @param name what is special about it
     * @param token the key
     * @param hook where it goes and what is in it
     * @param signature what must be accepted
     */
    record Vector(String name, String token, Hook hook, String signature) {

        Verdict verdict() {
            Hook signed = hook.header("X-Twilio-Signature", signature);
            return check(token, signed.form().isEmpty() ? signed.post("", "") : signed.post());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Vector> vectors() {
        return Stream.of(
                new Vector(
                        "V0 the one of the SDK",
                        "12345",
                        Hook.to("https://mycompany.com/myapp.php?foo=1&bar=2", "Digits", "1234",
                                "CallSid",
                                "CA1234567890ABCDE", "To", "+18005551212", "Caller", "+14158675309", "From", "+14158675309"),
                        "RSOYDt4T1cUTdK1PDd93/VVr8B8="),
                ours("V1 plain", hello(), PLAIN),
                ours("V2 unicode and emoji", hello().with("Body", "Größe 👍🏽 你好"), "IFrJHAwlHV+eGGZCJ9y6qRUnLhY="),
                ours("V3 signs of the encoding itself", hello().with("Body", "a+b & c=d 100% ?"), "lOR3YsGTHnZkvz/aqFr6ENXwLw8="),
                ours("V4 an encoded query", hello().at(U + "?tenant=acme&note=a%2Bb%26c"), "2vnUr1sAx9I9iukgG+q6XG2vzRA="),
                ours("V5 a port, signed with it", hello().at("https://hooks.example.com:8443/twilio/in"), "3+Urv6oq6rfCh/9aMLcCc0yz24k="),
                ours("V5 a port, signed without", hello().at("https://hooks.example.com:8443/twilio/in"), PLAIN),
                ours("V6 no port, signed with the default one", hello(), "W0cnnXrLI/A/wJCdlGdWqVr6luI="),
                ours("V6 the default port, signed with it", hello().at("https://hooks.example.com:443/twilio/in"),
                        "W0cnnXrLI/A/wJCdlGdWqVr6luI="),
                ours("V7 an empty value", hello().with("Body", ""), "OFNKam56eSIpm7Dt9ni3DOILbgQ="),
                ours("V9 white space", hello().with("Body", " Hi \n"), "2Qhp4hZhE7bwP7uy7whVpAy6fxw="),
                ours("V10 one name, several values", Hook.to(U, "MessageSid", "SM1", "From", "+15005550006", "To", "+15005550009", "Body",
                        "Hello", "Tag", "b", "Tag", "a", "Tag", "b"), "m+DczsqUV/EX1jDaodzisHjmnlg="),
                ours("V11 capitals before small letters", Hook.to(U, "b", "2", "a", "1", "Z", "3", "A", "4"),
                        "rRkF1Egql53nCab39eOaO9T29rk="),
                ours("V13 a form without parameters", Hook.to(U), "MD3kK7RWsSXXPm46+UyjUE9McCM="),
                new Vector(
                        "V14 an encoded colon",
                        "1234567890",
                        Hook.to("https://someurl.com/somepath?param1=client%3AAnonymous"),
                        "PM+bjB+ITJ9a3LIYStKWOTMZMlU="),
                new Vector(
                        "V14 an encoded colon and a port",
                        "1234567890",
                        Hook.to(
                                "https://someurl.com:443/somepath?param1=client%3AAnonymous"),
                        "PM+bjB+ITJ9a3LIYStKWOTMZMlU="),
                ours("a fragment, which is not signed", hello().at(U + "#rc=2"), PLAIN),
                ours("a user name, which is not signed", hello().at("https://u:p@hooks.example.com/twilio/in"), PLAIN));
    }

    private static Vector ours(String name, Hook hook, String signature) {
        return new Vector(name, Hook.TOKEN, hook, signature);
    }

    private static Hook hello() {
        return Hook.to(U, "MessageSid", "SM1", "From", "+15005550006", "To", "+15005550009", "Body", "Hello");
    }

    private static Verdict check(String token, WebhookRequest request) {
        return new TwilioSignature(List.of(new Secret(token))).check(request);
    }

    private static Verdict check(WebhookRequest request) {
        return check(Hook.TOKEN, request);
    }

    private static Verdict.Forged forged(Verdict verdict) {
        return assertInstanceOf(Verdict.Forged.class, verdict);
    }

    @ParameterizedTest @MethodSource("vectors")
    void takes_what_twilio_signs(Vector vector) {
        assertEquals(new Verdict.Genuine(), vector.verdict());
    }

    @ParameterizedTest @MethodSource("vectors")
    void refuses_the_same_under_another_token(Vector vector) {
        forged(new Vector("", vector.token() + "0", vector.hook(), vector.signature()).verdict());
    }

    @Test
    void v8_takes_a_webhook_by_get() {
        String url = U + "?MessageSid=SM1&From=%2B15005550006&To=%2B15005550009&Body=Hi+there";
        List<Parameter> signature = List.of(new Parameter("x-twilio-signature", "kwzQTJE0b5ooVhZLXVe1VYHYvF0="));
        assertEquals(new Verdict.Genuine(), check(new WebhookRequest("GET", url, signature, new byte[0])));
    }

    @Test
    void v12_takes_json_whose_hash_stands_in_the_address() {
        Hook json = Hook.to(U + "?bodySHA256=44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a")
                .header("X-Twilio-Signature",
                        "gD8CQrBHqrhLIxYY6mqMKrmFoGk=");
        assertEquals(new Verdict.Genuine(), check(json.post("application/json", "{}")));
        forged(check(json.post("application/json", "{ }")));
        forged(check(json.post("application/json", "[]")));
    }

    @Test
    void refuses_a_body_that_nothing_signs() {
        Hook empty = Hook.to(U).signed();
        forged(check(empty.post("application/json", "{\"MessageSid\":\"SM1\"}")));
        forged(check(empty.post("", "MessageSid=SM1")));
        forged(check(new WebhookRequest("GET", U, empty.headers(), "MessageSid=SM1".getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void refuses_what_is_not_signed_at_all() {
        Verdict.Forged verdict = forged(check(hello().post()));
        assertTrue(verdict.why().contains("X-Twilio-Signature"), verdict.why());
    }

    @ParameterizedTest @ValueSource(strings = {"", "=", "b+09EEeFVOvSCFGuleBuirYHxPc", "b+09EEeFVOvSCFGuleBuirYHxPd=",
        "b-09EEeFVOvSCFGuleBuirYHxPc=",
        "b+09EEeFVOvSCFGuleBuirYHxPc= ", "ungültig"})
    void refuses_every_other_signature(String signature) {
        forged(check(hello().header("X-Twilio-Signature", signature).post()));
    }

    @Test
    void takes_either_of_two_tokens() {
        var both = new TwilioSignature(List.of(new Secret(Hook.TOKEN), new Secret(Hook.OTHER_TOKEN)));
        assertEquals(new Verdict.Genuine(), both.check(hello().signed(Hook.TOKEN).post()));
        assertEquals(new Verdict.Genuine(), both.check(hello().signed(Hook.OTHER_TOKEN).post()));
        forged(both.check(hello().signed("another").post()));
    }

    @Test
    void takes_the_encoding_of_twilios_older_libraries() {
        Hook signed = hello().at(U + "?who=O'Neil&x=~%20!").signed();
        Hook received = hello().at(U + "?who=O%27Neil&x=%7e+%21").header("X-Twilio-Signature", signed.signature(Hook.TOKEN));
        assertEquals(new Verdict.Genuine(), check(received.post()));
    }

    @Test
    void an_address_that_is_none_is_no_accident() {
        assertEquals(new Verdict.Genuine(), check(hello().at("/twilio/in").signed().post()));
        forged(check(hello().at("::").header("X-Twilio-Signature", PLAIN).post()));
    }

    @Test
    void says_which_addresses_it_tried() {
        Verdict.Forged verdict = forged(check(hello().signed("another").post()));
        assertEquals(List.of(U, "https://hooks.example.com:443/twilio/in"), verdict.expectedUrls());
        assertEquals(Optional.empty(), verdict.matchingUrl());
        assertTrue(verdict.why().contains("auth token"), verdict.why());
    }

    @Test
    void says_that_the_scheme_is_wrong() {
        Hook hook = hello().at("http://hooks.example.com/twilio/in").header("X-Twilio-Signature", PLAIN);
        Verdict.Forged verdict = forged(check(hook.post()));
        assertEquals(Optional.of(U), verdict.matchingUrl());
        assertTrue(verdict.why().contains("PARLEY_PUBLIC_URL begin with https://hooks.example.com."), verdict.why());
    }

    @Test
    void says_that_the_host_is_written_differently() {
        Hook hook = hello().at("https://Hooks.Example.com/twilio/in").header("X-Twilio-Signature", PLAIN);
        Verdict.Forged verdict = forged(check(hook.post()));
        assertEquals(Optional.of(U), verdict.matchingUrl());
        assertTrue(verdict.why().contains("PARLEY_PUBLIC_URL begin with https://hooks.example.com."), verdict.why());
    }

    @Test
    void says_that_a_slash_is_missing_or_too_much() {
        Verdict.Forged missing = forged(check(hello().at(U + "/").header("X-Twilio-Signature", PLAIN).post()));
        assertEquals(Optional.of(U), missing.matchingUrl());
        assertTrue(missing.why().contains("Add a slash"), missing.why());

        String slashed = hello().at(U + "/?a=b").signature(Hook.TOKEN);
        Verdict.Forged tooMuch = forged(check(hello().at(U + "?a=b").header("X-Twilio-Signature", slashed).post()));
        assertEquals(Optional.of(U + "/?a=b"), tooMuch.matchingUrl());
        assertTrue(tooMuch.why().contains("Remove the slash"), tooMuch.why());
    }

    @Test
    void says_under_which_name_twilio_called() {
        Hook called = hello().at("http://localhost:8080/twilio/in").header("X-Twilio-Signature", PLAIN);
        Verdict.Forged byHost = forged(check(called.header("Host", "hooks.example.com").post()));
        assertEquals(Optional.of(U), byHost.matchingUrl());
        assertTrue(byHost.why().contains("PARLEY_PUBLIC_URL begin with https://hooks.example.com."), byHost.why());
        Verdict.Forged byProxy = forged(check(called.header("Host", "inner:8080").header("X-Forwarded-Host", "hooks.example.com").post()));
        assertEquals(Optional.of(U), byProxy.matchingUrl());
    }

    @Test
    void shows_no_text_of_a_webhook_by_get() {
        String query = "?" + hello().encoded();
        Parameter signature = new Parameter("X-Twilio-Signature", Hook.signature(Hook.TOKEN, U + query, List.of()));
        String near = U.replace("https:", "http:") + query;
        Verdict.Forged verdict = forged(check(new WebhookRequest("GET", near, List.of(signature), new byte[0])));
        assertEquals(Optional.of(U), verdict.matchingUrl());
        assertFalse(verdict.toString().contains("Hello"), verdict.toString());
        assertFalse(verdict.toString().contains("5550006"), verdict.toString());
    }
}
