package dev.parley.ports.spi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WebhookRequestTest {

    private static final String URL = "https://hooks.example.com/in?tenant=acme&note=a%2Bb&note=";

    @Test
    void finds_headers_whatever_their_case_the_first_of_several() {
        WebhookRequest request = request(URL, "", new Parameter("X-Twilio-Signature", "one"), new Parameter("x-twilio-signature", "two"));
        assertEquals(Optional.of("one"), request.header("X-TWILIO-signature"));
        assertEquals(Optional.empty(), request.header("X-Twilio"));
    }

    @Test
    void decodes_the_query_and_leaves_the_address_alone() {
        WebhookRequest request = request(URL, "");
        assertEquals(List.of(new Parameter("tenant", "acme"), new Parameter("note", "a+b"), new Parameter("note", "")), request.query());
        assertEquals(URL, request.publicUrl());
        assertEquals(List.of(), request("https://hooks.example.com/in", "").query());
        assertEquals(List.of(new Parameter("a", "b?c")), request("https://hooks.example.com/in?a=b?c", "").query());
    }

    @ParameterizedTest @ValueSource(strings = {"application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=UTF-8",
        "Application/X-WWW-Form-URLEncoded ;charset=utf-8"})
    void decodes_a_form(String type) {
        WebhookRequest request = request(URL, "Body=Hi+there&From=%2B15005550006", new Parameter("content-type", type));
        assertEquals(List.of(new Parameter("Body", "Hi there"), new Parameter("From", "+15005550006")), request.form());
        assertEquals("application/x-www-form-urlencoded", request.contentType());
    }

    @Test
    void a_body_that_is_no_form_has_no_fields() {
        assertEquals(List.of(), request(URL, "a=b", new Parameter("Content-Type", "application/json")).form());
        assertEquals(List.of(), request(URL, "a=b").form());
        assertEquals("", request(URL, "a=b").contentType());
    }

    @Test
    void gives_the_bytes_as_they_came() {
        byte[] bytes = {0, (byte) 0xFF, 'a'};
        assertArrayEquals(bytes, new WebhookRequest("POST", URL, List.of(), bytes).body());
        assertEquals("Größe 👍", request(URL, "Größe 👍").bodyText());
    }

    @Test
    void copies_its_headers() {
        var headers = new ArrayList<>(List.of(new Parameter("a", "1")));
        var request = new WebhookRequest("GET", URL, headers, new byte[0]);
        headers.clear();
        assertEquals(Optional.of("1"), request.header("a"));
        assertEquals("GET", request.method());
    }

    @Test
    void prints_neither_address_nor_headers_nor_body() {
        String printed = request(URL, "Body=Hi", new Parameter("X-Secret", "s3cret")).toString();
        for (String hidden : List.of("acme", "Hi", "s3cret")) {
            assertFalse(printed.contains(hidden), printed);
        }
    }

    private static WebhookRequest request(String url, String body, Parameter...headers) {
        return new WebhookRequest("POST", url, List.of(headers), body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_body_is_read_in_the_character_set_that_it_names() {
        byte[] latin = {(byte) 0xE4};
        assertEquals("ä", new WebhookRequest("POST", URL, typed("text/plain; charset=\"ISO-8859-1\""), latin).bodyText());
        assertEquals("\uFFFD", new WebhookRequest("POST", URL, typed("text/plain; charset=klingon"), latin).bodyText());
        assertEquals("\uFFFD", new WebhookRequest("POST", URL, typed("text/plain; charset=///"), latin).bodyText());
        assertEquals("\uFFFD", new WebhookRequest("POST", URL, typed("text/plain"), latin).bodyText());
        assertEquals("\uFFFD", new WebhookRequest("POST", URL, typed("application/json; charset=ISO-8859-1"), latin).bodyText());
    }

    @Test
    void a_parameter_stands_in_the_query_or_else_in_the_form() {
        var request = new WebhookRequest(
                "POST",
                "https://h/in?a=1",
                typed("application/x-www-form-urlencoded"),
                "a=2&b=3".getBytes(StandardCharsets.UTF_8));
        assertEquals(Optional.of("1"), request.parameter("a"));
        assertEquals(Optional.of("3"), request.parameter("b"));
        assertEquals(Optional.empty(), request.parameter("c"));
    }

    @Test
    void says_who_called() {
        var request = new WebhookRequest("POST", URL, List.of(), new byte[0]);
        assertEquals(WebhookRequest.Caller.UNKNOWN, request.caller());
        var caller = new WebhookRequest.Caller("127.0.0.1", List.of());
        assertEquals(caller, request.from(caller).caller());
    }

    private static List<Parameter> typed(String contentType) {
        return List.of(new Parameter("content-type", contentType));
    }
}
