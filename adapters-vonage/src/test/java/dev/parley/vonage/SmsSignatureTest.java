package dev.parley.vonage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.spi.Parameter;
import dev.parley.ports.spi.Verdict;
import dev.parley.ports.spi.WebhookRequest;
import dev.parley.vonage.SmsHook.Shape;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SmsSignatureTest {

    private static final List<String> METHODS = List.of("md5hash", "md5", "sha1", "sha256", "sha512");

    /** A and B by Vonage's own library and by an independent computation, in the order of the methods. */
    private static final List<String> A = List.of(
            "7d4e48d3c117050b2a76ce0b577b4d4e",
            "40c995446c7ec23e56ddadfef75a4312",
            "91bdc61ef720abf782e92aa92d19bed4bf5e70a0",
            "8589e8bb5ffe81ca6fa21c9f023a4c3d25fee7f27980306f7486cd825eb023bc",
            "2b3219625ee0703f949380b3ba2a4f0ad5d6660e6510e3ed5dcca831b51ea0aadd5e2cbb2347ebec929235c09d857d2a7a0e48d3bea938eb1bb86b6859227fd0");

    private static final List<String> B = List.of(
            "4cc2f52bdb092c0afd3908b92ad74544",
            "e25fad8d0c937058ef7c9338b750d438",
            "d52c6aa498525d65565d9ca7862705b915114afc",
            "9fa623acff07b450affb85ee3134eb3c41d84037655b5867272310ee26b89e6d",
            "249745a420972163543b5b8b550474eefc2ca642472de174c4edc753af5f356ffc153089e5e1ec5ee4b76c2b0a3ef6935c7112286cedd9499efe1a39fff82265");

    private static final String C = "f5c1f1e50de23a5889dd070f06e9cb5cf6c62a9ee36bccd36ea62fb33576feab";

    static Stream<Arguments> methodsAndShapes() {
        return METHODS.stream().flatMap(method -> Arrays.stream(Shape.values()).map(shape -> Arguments.of(method, shape)));
    }

    private static Vonage signing(String method) {
        return Vonage.connection().with("signatureMethod", method);
    }

    @ParameterizedTest @MethodSource("methodsAndShapes")
    void believes_the_examples(String method, Shape shape) {
        int which = METHODS.indexOf(method);
        signing(method).assertGenuine(SmsHook.text().with("sig", A.get(which)).in(shape));
        signing(method).assertGenuine(SmsHook.unicode().with("sig", B.get(which)).in(shape));
    }

    @ParameterizedTest @MethodSource("methodsAndShapes")
    void believes_the_examples_in_capitals(String method, Shape shape) {
        String signature = A.get(METHODS.indexOf(method)).toUpperCase(Locale.ROOT);
        signing(method).assertGenuine(SmsHook.text().with("sig", signature).in(shape));
    }

    @ParameterizedTest @EnumSource
    void believes_a_signature_that_leaves_out_what_is_blank(Shape shape) {
        Vonage.connection().assertGenuine(SmsHook.text().with("text", "").with("sig", C).in(shape));
    }

    @ParameterizedTest @EnumSource
    void believes_a_signature_over_what_is_blank(Shape shape) {
        SmsHook hook = SmsHook.text().with("text", "").signed();
        assertTrue(hook.toSign().contains("&text=&"), hook.toSign());
        Vonage.connection().assertGenuine(hook.in(shape));
    }

    @Test
    void the_tests_sign_as_vonage_does() {
        assertEquals("&api-key=abcd1234&keyword=HELLO&message-timestamp=2020-01-01 12:00:00&messageId=0A0000000123ABCD1&msisdn=447700900001"
                + "&nonce=aaaaaaaa-bbbb-cccc-dddd-0123456789ab&text=Hello world&timestamp=1577880000&to=447700900000&type=text",
                SmsHook.text().toSign());
        METHODS.forEach(method -> assertTrue(SmsHook.unicode()
                .signed(method)
                .parameters()
                .contains(
                        new Parameter("sig", B.get(METHODS.indexOf(method)))),
                method));
    }

    @ParameterizedTest @MethodSource("methodsAndShapes")
    void believes_a_receipt(String method, Shape shape) {
        signing(method).assertGenuine(SmsHook.receipt("delivered", "0").signed(method).in(shape));
    }

    @ParameterizedTest @EnumSource
    void keeps_parameters_that_it_does_not_know(Shape shape) {
        SmsHook hook = SmsHook.text().with("a-new-one", "ja & nein").signed();
        Vonage.connection().assertGenuine(hook.in(shape));
        assertForged(hook.without("a-new-one").in(shape));
    }

    @Test
    void signs_a_json_number_as_it_is_written() {
        SmsHook hook = SmsHook.text().signed();
        Vonage.connection().assertGenuine(hook.post("application/json", hook.json().replace("\"1577880000\"", "1577880000")));
    }

    @ParameterizedTest @EnumSource
    void does_not_believe_what_is_unsigned(Shape shape) {
        assertTrue(Vonage.connection().refusal(SmsHook.text().in(shape)).contains("support"));
        assertTrue(Vonage.connection().refusal(SmsHook.text().with("sig", " ").in(shape)).contains("support"));
    }

    @ParameterizedTest @MethodSource("methodsAndShapes")
    void does_not_believe_another_secret(String method, Shape shape) {
        String why = signing(method).refusal(SmsHook.text().signed(method, "another").in(shape));
        assertTrue(why.contains("signatureSecret"), why);
    }

    @ParameterizedTest @MethodSource("methodsAndShapes")
    void says_which_method_it_was_when_it_was_another(String method, Shape shape) {
        METHODS.stream()
                .filter(other -> !other.equals(method))
                .forEach(other -> assertEquals(
                        "Signed with " + other + ", but this connection says " + method + ": set signatureMethod to " + other + ".",
                        signing(method).refusal(SmsHook.text().signed(other).in(shape))));
    }

    @ParameterizedTest @MethodSource("methodsAndShapes")
    void does_not_believe_what_was_changed(String method, Shape shape) {
        SmsHook hook = SmsHook.unicode().signed(method);
        hook.parameters().forEach(p -> {
            assertForged(signing(method), hook.without(p.name()).in(shape), "without " + p.name());
            assertForged(signing(method), hook.with(p.name(), p.value() + "0").in(shape), p.name());
            assertForged(signing(method), hook.without(p.name()).with(p.name() + "x", p.value()).in(shape), "renamed " + p.name());
        });
        assertForged(signing(method), hook.with("one-more", "x").in(shape), "one more");
    }

    @ParameterizedTest @EnumSource
    void does_not_believe_a_signature_cut_or_emptied(Shape shape) {
        SmsHook hook = SmsHook.text();
        List.of("0", "deadbeef", "0".repeat(64), C.substring(1), C + "0", "zz" + C.substring(2))
                .forEach(sig -> assertForged(hook.with("sig", sig).in(shape)));
    }

    @Test
    void does_not_believe_a_form_of_which_any_byte_was_changed() {
        SmsHook hook = SmsHook.unicode().signed();
        assertForgedWithAnyByteChanged(hook, "application/x-www-form-urlencoded", hook.encoded());
    }

    @Test
    void does_not_believe_an_object_of_which_any_byte_was_changed() {
        SmsHook hook = SmsHook.unicode().signed();
        assertForgedWithAnyByteChanged(hook, "application/json", hook.json());
    }

    private void assertForgedWithAnyByteChanged(SmsHook hook, String contentType, String body) {
        byte[] genuine = body.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < genuine.length; i++) {
            byte[] changed = genuine.clone();
            changed[i] ^= 1;
            WebhookRequest request = new WebhookRequest("POST", SmsHook.URL, List.of(new Parameter("Content-Type", contentType)), changed);
            assertForged(Vonage.connection(), request, "byte " + i);
        }
        Vonage.connection().assertGenuine(hook.post(contentType, body));
    }

    @Test
    void does_not_believe_a_name_that_stands_twice() {
        SmsHook hook = SmsHook.text().signed();
        for (Shape shape : Shape.values()) {
            assertForged(hook.preceded("text", "Transfer it all").in(shape));
        }
    }

    /** Blank ones may be left out of what is signed, so that anybody could put one before the text. */
    @ParameterizedTest @EnumSource(names = {"GET", "FORM"})
    void nothing_can_be_hidden_behind_a_blank(Shape shape) {
        SmsHook signed = SmsHook.text().signed();
        WebhookRequest request = signed.preceded("text", " ").preceded("msisdn", "").in(shape);
        Vonage.connection().assertGenuine(request);
        assertEquals(Vonage.connection().read(signed.in(shape)), Vonage.connection().read(request));
    }

    @ParameterizedTest @EnumSource
    void does_not_believe_what_is_about_another_account(Shape shape) {
        String why = Vonage.connection().refusal(SmsHook.text().with("api-key", "zyxw9876").signed().in(shape));
        assertTrue(why.contains("apiKey"), why);
    }

    @Test
    void a_query_beside_a_form_says_nothing() {
        SmsHook hook = SmsHook.text().signed();
        Parameter type = new Parameter("Content-Type", "application/x-www-form-urlencoded");
        byte[] body = "text=Hi".getBytes(StandardCharsets.UTF_8);
        assertForged(new WebhookRequest("POST", SmsHook.URL + "?" + hook.encoded(), List.of(type), body));
    }

    @ParameterizedTest @CsvSource({"0", "300", "86400", "-300"})
    void an_old_signature_is_as_good_as_a_new_one(long secondsLater) {
        Vonage.connection().at(Vonage.NOW.plusSeconds(secondsLater)).assertGenuine(SmsHook.text().signed().in(Shape.GET));
    }

    @Test
    void does_not_believe_a_signature_of_a_time_to_come() {
        String why = Vonage.connection().at(Vonage.NOW.minusSeconds(301)).refusal(SmsHook.text().signed().in(Shape.GET));
        assertTrue(why.contains("clock"), why);
    }

    @ParameterizedTest @ValueSource(strings = {"", "soon", "-1", "2020-01-01 12:00:00", "999999999999999999999"})
    void does_not_believe_a_signature_of_no_time(String timestamp) {
        assertTrue(Vonage.connection().refusal(SmsHook.text().with("timestamp", timestamp).signed().in(Shape.FORM)).contains("timestamp"));
        assertTrue(Vonage.connection().refusal(SmsHook.text().without("timestamp").signed().in(Shape.FORM)).contains("timestamp"));
    }

    @ParameterizedTest @EnumSource
    void without_the_secret_nothing_is_believed(Shape shape) {
        Vonage without = Vonage.connection().without("signatureSecret");
        assertEquals(new Verdict.NotConfigured("signatureSecret"), without.check(SmsHook.text().signed().in(shape)));
        assertEquals(new Verdict.NotConfigured("signatureSecret"), without.check(new WebhookRequest(
                "GET",
                SmsHook.URL,
                List.of(),
                new byte[0])));
    }

    @ParameterizedTest @ValueSource(
            strings = {"", "null", "[]", "{}", "\"x\"", "<xml/>", "{\"sig\":{}}", "{\"sig\":", "{\"messageId\":[1]}"})
    void does_not_believe_what_is_of_no_api(String body) {
        assertForged(SmsHook.text().post("application/json", body));
        assertForged(SmsHook.text().post("text/plain", body));
    }

    @Test
    void does_not_believe_what_says_nothing() {
        WebhookRequest nothing = new WebhookRequest("GET", SmsHook.URL, List.of(), new byte[0]);
        assertTrue(Vonage.connection().refusal(nothing).contains("stores"));
        assertForged(new WebhookRequest("GET", SmsHook.URL + "?text=Hi", List.of(), new byte[0]));
        assertForged(new WebhookRequest("POST", SmsHook.URL, List.of(), new byte[0]));
    }

    private static void assertForged(WebhookRequest request) {
        assertForged(Vonage.connection(), request, "");
    }

    private static void assertForged(Vonage connection, WebhookRequest request, String what) {
        assertInstanceOf(Verdict.Forged.class, connection.check(request), what);
    }
}
