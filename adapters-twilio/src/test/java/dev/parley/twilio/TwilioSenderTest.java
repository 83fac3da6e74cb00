package dev.parley.twilio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.parley.ports.Secret;
import dev.parley.ports.spi.Parameter;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.SendOutcome;
import dev.parley.ports.spi.SendOutcome.Accepted;
import dev.parley.ports.spi.SendOutcome.Refused;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TwilioSenderTest {

    @RegisterExtension
    static final WireMockExtension SERVER = FakeTwilio.extension();

    private final FakeTwilio twilio = new FakeTwilio(SERVER);

    private static String basic(String userAndPassword) {
        return "Basic " + Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void an_accepted_text_has_twilios_name_for_it() {
        twilio.accepts();
        assertEquals(new Accepted(List.of("SM77"), Optional.of(2), Optional.of("+15005550009")), twilio.sendOnce(Accepted.class));
    }

    @Test
    void posts_the_text_as_a_form() {
        twilio.accepts();
        twilio.send(FakeTwilio.account(), FakeTwilio.text("Grüße 👍 & 1+1=2"));
        assertEquals(
                Set.of(
                        new Parameter("To", "+15005550006"),
                        new Parameter("From", "+15005550009"),
                        new Parameter(
                                "Body",
                                "Grüße 👍 & 1+1=2"),
                        new Parameter(
                                "StatusCallback",
                                "https://hooks.example.com/webhooks/twilio/status?message="
                                        + FakeTwilio.ID)),
                twilio.theOnlyForm().stream().collect(Collectors.toSet()));
    }

    @Test
    void posts_to_the_messages_of_the_account_wherever_the_api_is() {
        twilio.accepts();
        FakeTwilio.send(URI.create(twilio.base() + "/region/"), FakeTwilio.account(), FakeTwilio.text("Hello"));
        assertEquals("/region/2010-04-01/Accounts/" + Hook.ACCOUNT + "/Messages.json", twilio.theOnlyRequest().getUrl());
    }

    @Test
    void logs_in_with_the_auth_token() {
        twilio.accepts();
        twilio.send();
        assertEquals(basic(Hook.ACCOUNT + ":" + Hook.TOKEN), twilio.theOnlyRequest().getHeader("Authorization"));
    }

    @Test
    void logs_in_with_the_api_key_when_there_is_one() {
        twilio.accepts();
        twilio.send(
                new TwilioAccount(Hook.ACCOUNT, "SK1", new Secret("s3cret"), List.of(new Secret(Hook.TOKEN)), Optional.empty()),
                FakeTwilio.text("Hello"));
        LoggedRequest request = twilio.theOnlyRequest();
        assertEquals(basic("SK1:s3cret"), request.getHeader("Authorization"));
        assertTrue(request.getUrl().contains(Hook.ACCOUNT), request.getUrl());
    }

    @Test
    void the_status_address_keeps_its_own_query() {
        URI callback = TwilioWebhook.statusCallback(URI.create("https://hooks.example.com/in?a=b%20c"), FakeTwilio.ID);
        assertEquals("https://hooks.example.com/in?a=b%20c&message=" + FakeTwilio.ID, callback.toString());
    }

    @Test
    void the_messaging_service_chooses_the_sender_where_none_is_given() {
        twilio.answers(
                aResponse().withStatus(201)
                        .withBody(
                                "{\"sid\":\"SM78\",\"status\":\"accepted\",\"num_segments\":\"0\",\"from\":null}"));
        SendOutcome outcome = twilio.send(FakeTwilio.accountWithService(), FakeTwilio.textFromAnybody());
        assertEquals(new Accepted(List.of("SM78"), Optional.empty(), Optional.empty()), outcome);
        assertEquals(Optional.of("MG1"), twilio.sent("MessagingServiceSid"));
        assertEquals(Optional.empty(), twilio.sent("From"));
    }

    @Test
    void a_number_wins_over_the_messaging_service() {
        twilio.accepts();
        twilio.send(FakeTwilio.accountWithService(), FakeTwilio.text("Hello"));
        assertEquals(Optional.of("+15005550009"), twilio.sent("From"));
        assertEquals(Optional.empty(), twilio.sent("MessagingServiceSid"));
    }

    @Test
    void without_any_sender_nothing_is_asked() {
        SendOutcome outcome = twilio.send(FakeTwilio.account(), FakeTwilio.textFromAnybody());
        assertEquals(Reason.SENDER_NOT_ALLOWED, assertInstanceOf(Refused.class, outcome).error().reason());
        assertEquals(List.of(), twilio.requests());
    }

    @Test
    void texts_sent_at_once_do_not_mix() {
        twilio.accepts();
        TwilioSender sender = FakeTwilio.sender(twilio.base(), FakeTwilio.account());
        Set<String> texts = IntStream.range(0, 40).mapToObj(i -> "text " + i).collect(Collectors.toSet());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            texts.forEach(text -> threads.execute(() -> sender.send(FakeTwilio.text(text))));
        }
        List<String> sent = twilio.requests()
                .stream()
                .map(request -> Parameter.parse(request.getBodyAsString()))
                .map(form -> Parameter.first(form, "Body").orElseThrow())
                .toList();
        assertEquals(40, sent.size());
        assertEquals(texts, Set.copyOf(sent));
    }

    @ParameterizedTest @ValueSource(
            strings = {"http://localhost:8080/s", "http://127.0.0.1:8080/s", "http://parley/s", "http://[::1]:8080/s"})
    void an_address_of_this_machine_alone_is_nothing_to_report_to(String url) {
        assertFalse(TwilioWebhook.isReachable(URI.create(url)));
    }
}
