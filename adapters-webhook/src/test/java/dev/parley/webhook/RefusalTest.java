package dev.parley.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {

    private static final Names PUBLIC = name -> Webhooks.addresses("93.184.216.34", "2606:2800:220:1::1");

    @ParameterizedTest @ValueSource(
            strings = {"https://crm.example/", "HTTPS://CRM.EXAMPLE", "https://crm.example:8443/a/b?c=d", "https://crm.example:/",
                "https://bücher.example/", "https://xn--bcher-kva.example/", "https://a-b.c-d.example/", "https://3com.example/",
                "https://93.184.216.34/", "https://[2606:2800:220:1::1]:444/", "https://crm.example/ü?ä=ö", "https://crm.example?q",
                "https://crm.example//a", "https://crm/"})
    void a_public_place_is_not_refused(String url) {
        assertEquals(Optional.empty(), refusal(PUBLIC, url));
    }

    @Test
    void a_url_may_have_2048_characters_and_no_more() {
        String longest = "https://crm.example/" + "a".repeat(2048 - "https://crm.example/".length());
        assertEquals(Optional.empty(), refusal(PUBLIC, longest));
        assertEquals(Optional.of("The URL must have at most 2,048 characters."), refusal(PUBLIC, longest + "a"));
    }

    @Test
    void a_name_may_have_253_characters_and_63_between_dots() {
        String label = "a".repeat(63);
        String longest = String.join(".", label, label, label, "a".repeat(61));
        assertEquals(Optional.empty(), refusal(PUBLIC, "https://" + longest + "/"));
        assertEquals(Optional.of("The URL must name a host, as example.com does."), refusal(PUBLIC, "https://a" + longest + "/"));
        assertEquals(Optional.of("The URL must name a host, as example.com does."), refusal(PUBLIC, "https://a" + label + ".example/"));
    }

    @ParameterizedTest @CsvSource(
            delimiter = '|', value = {
                "ftp://crm.example/         | The URL must begin with https://.",
                "https:crm.example          | The URL must name a host, as example.com does.",
                "https://me@crm.example/    | The URL must not hold a user name or password.",
                "https://crm.example/#top   | The URL must not have a fragment.",
                "https://crm.example:0/     | The port must be between 1 and 65535.",
                "https://127.1/             | The URL must name a host, as example.com does.",
                "https://10.0.0.1/          | This address is not allowed.",
                "http://93.184.216.34/      | http is for networks that the operator has allowed; use https."})
    void a_refusal_says_why(String url, String why) {
        assertEquals(Optional.of(why), refusal(PUBLIC, url));
    }

    @Test
    void a_refusal_does_not_say_where_a_name_leads() {
        assertEquals(Optional.of("This address is not allowed."), refusal(name -> Webhooks.addresses("10.1.2.3"), "https://crm.example/"));
    }

    @Test
    void a_name_that_is_not_known_now_may_be_saved_if_it_could_be_public() {
        assertEquals(Optional.empty(), refusal(Webhooks.NOBODY, "https://soon.example/"));
        assertEquals(Optional.of("This address is not allowed."), refusal(Webhooks.NOBODY, "https://soon.internal/"));
        assertEquals(Optional.of("This address is not allowed."), refusal(Webhooks.NOBODY, "https://soon/"));
        assertEquals(
                Optional.of("http is for networks that the operator has allowed; use https."),
                refusal(Webhooks.NOBODY, "http://soon.example/"));
    }

    @ParameterizedTest @ValueSource(
            strings = {"http://crm.corp:8080/", "https://crm.corp/", "http://10.1.2.3/", "http://[::ffff:10.1.2.3]/"})
    void an_allowed_network_may_be_called_with_and_without_tls(String url) {
        var webhooks = Webhooks.calling(
                new AddressPolicy(Webhooks.networks("10.1.0.0/16")),
                name -> Webhooks.addresses("10.1.2.3"),
                Webhooks.LONG_ENOUGH);
        assertEquals(Optional.empty(), webhooks.refusal(URI.create(url)));
    }

    @Test
    void without_tls_every_address_of_a_name_must_be_in_an_allowed_network() {
        var webhooks = Webhooks.calling(
                new AddressPolicy(Webhooks.networks("10.1.0.0/16")),
                name -> Webhooks.addresses("10.1.2.3", "93.184.216.34"),
                Webhooks.LONG_ENOUGH);
        assertEquals(Optional.empty(), webhooks.refusal(URI.create("https://crm.example/")));
        assertEquals(
                Optional.of("http is for networks that the operator has allowed; use https."),
                webhooks.refusal(URI.create("http://crm.example/")));
    }

    @Test
    void the_resolver_of_the_machine_knows_localhost_and_not_everything() {
        assertEquals(true, Names.ofSystem("localhost").stream().allMatch(address -> address.isLoopbackAddress()));
        assertEquals(List.of(), Names.ofSystem("nobody.invalid"));
    }

    private static Optional<String> refusal(Names names, String url) {
        return Webhooks.calling(Webhooks.PUBLIC_ONLY, names, Webhooks.LONG_ENOUGH).refusal(URI.create(url));
    }
}
