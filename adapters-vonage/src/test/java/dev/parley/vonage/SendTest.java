package dev.parley.vonage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.parley.ports.Encoding;
import dev.parley.ports.spi.Parameter;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.SendOutcome;
import dev.parley.ports.spi.SendOutcome.Accepted;
import dev.parley.ports.spi.SendOutcome.Refused;
import dev.parley.ports.spi.SmsProvider;
import java.net.URI;
import java.security.interfaces.RSAPublicKey;
import java.util.HashSet;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SendTest {

    @RegisterExtension
    static final WireMockExtension SERVER = FakeVonage.extension();

    private static final String APPLICATION = "78d335fa-323d-0114-9c3d-d6f0d48968cf";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FakeVonage vonage = new FakeVonage(SERVER);

    private Vonage application() {
        return vonage.messages().with("applicationId", APPLICATION).with("privateKey", PrivateKeys.PEM);
    }

    private List<Parameter> form() {
        return Parameter.parse(vonage.theOnlyRequest().getBodyAsString());
    }

    private SendOutcome refusedUnasked(Vonage connection, String to, String body) {
        SendOutcome outcome = connection.open().send(FakeVonage.text(body, Encoding.GSM_7, to, FakeVonage.STATUS_URL));
        assertEquals(List.of(), vonage.requests());
        return outcome;
    }

    @Test
    void the_sms_api_takes_a_form() {
        vonage.answers(200, FakeVonage.TAKEN);
        vonage.sms().open().send(FakeVonage.text("Hello & 1+1=2"));
        assertEquals("/sms/json", vonage.theOnlyRequest().getUrl());
        assertEquals(FakeVonage.basic(), vonage.theOnlyRequest().getHeader("Authorization"));
        assertEquals(Set.of(new Parameter("from", "447700900000"), new Parameter("to", "447700900001"), new Parameter("type", "text"),
                new Parameter("text", "Hello & 1+1=2"), new Parameter("client-ref", FakeVonage.ID.toString()),
                new Parameter("callback", FakeVonage.STATUS_URL)), new HashSet<>(form()));
    }

    @Test
    void the_messages_api_takes_an_object() throws JsonProcessingException {
        vonage.answers(202, FakeVonage.SUBMITTED);
        vonage.messages().open().send(FakeVonage.text("Hello & 1+1=2"));
        LoggedRequest request = vonage.theOnlyRequest();
        assertEquals("/v1/messages", request.getUrl());
        assertEquals(FakeVonage.basic(), request.getHeader("Authorization"));
        assertEquals(JSON.readTree("""
                {"message_type": "text", "channel": "sms", "from": "447700900000", "to": "447700900001", "text": "Hello & 1+1=2",
                 "client_ref": "%s", "webhook_url": "%s", "webhook_version": "v1", "sms": {"encoding_type": "text"}}"""
                .formatted(FakeVonage.ID, FakeVonage.STATUS_URL)), JSON.readTree(request.getBodyAsString()));
    }

    @ParameterizedTest @CsvSource({"GSM_7, text", "UCS_2, unicode"})
    void says_which_alphabet_a_text_needs(Encoding encoding, String type) throws JsonProcessingException {
        vonage.answers(200, FakeVonage.TAKEN);
        vonage.sms().open().send(FakeVonage.text("Hello", encoding));
        assertEquals(Optional.of(type), Parameter.first(form(), "type"));
        SERVER.resetRequests();
        vonage.answers(202, FakeVonage.SUBMITTED);
        vonage.messages().open().send(FakeVonage.text("Hello", encoding));
        assertEquals(type, JSON.readTree(vonage.theOnlyRequest().getBodyAsString()).at("/sms/encoding_type").asText());
    }

    @ParameterizedTest @ValueSource(strings = {"Größe 👍🏽 你好", "a+b & c=d 100% ?", "a\r\nb", "مرحبا", "null", " x ", "\"\\"})
    void a_text_arrives_as_it_is(String body) throws JsonProcessingException {
        vonage.answers(200, FakeVonage.TAKEN);
        vonage.sms().open().send(FakeVonage.text(body, Encoding.UCS_2));
        assertEquals(Optional.of(body), Parameter.first(form(), "text"));
        SERVER.resetRequests();
        vonage.answers(202, FakeVonage.SUBMITTED);
        vonage.messages().open().send(FakeVonage.text(body, Encoding.UCS_2));
        assertEquals(body, JSON.readTree(vonage.theOnlyRequest().getBodyAsString()).path("text").asText());
    }

    @Test
    void an_application_logs_in_with_a_token() {
        vonage.answers(202, FakeVonage.SUBMITTED);
        application().open().send(FakeVonage.text("Hello"));
        String login = vonage.theOnlyRequest().getHeader("Authorization");
        assertTrue(login.startsWith("Bearer "), "a token");
        DecodedJWT token = JWT.decode(login.substring("Bearer ".length()));
        Algorithm.RSA256((RSAPublicKey) PrivateKeys.PAIR.getPublic()).verify(token);
        assertEquals(APPLICATION, token.getClaim("application_id").asString());
        assertEquals(Vonage.NOW, token.getIssuedAtAsInstant());
    }

    @Test
    void no_two_requests_share_a_token() {
        vonage.answers(202, FakeVonage.SUBMITTED);
        SmsProvider provider = application().open();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 20).forEach(_ -> threads.execute(() -> provider.send(FakeVonage.text("Hello"))));
        }
        assertEquals(20, vonage.requests().stream().map(r -> r.getHeader("Authorization")).distinct().count());
    }

    @Test
    void an_application_is_no_way_to_log_in_to_the_sms_api() {
        vonage.answers(200, FakeVonage.TAKEN);
        application().with("api", "sms").open().send(FakeVonage.text("Hello"));
        assertEquals(FakeVonage.basic(), vonage.theOnlyRequest().getHeader("Authorization"));
    }

    @ParameterizedTest @EnumSource
    void the_address_of_the_api_may_have_a_path(ApiChoice api) {
        vonage.answers(202, FakeVonage.SUBMITTED);
        vonage.by(api).at(URI.create(vonage.base() + "/region/")).open().send(FakeVonage.text("Hello"));
        assertTrue(vonage.theOnlyRequest().getUrl().startsWith("/region/"), vonage.theOnlyRequest().getUrl());
    }

    @ParameterizedTest @ValueSource(
            strings = {"http://localhost:8080/s", "http://127.0.0.1:8080/s", "http://parley/s", "http://[::1]:8080/s"})
    void an_address_of_this_machine_alone_is_nothing_to_report_to(String url) throws JsonProcessingException {
        vonage.answers(202, FakeVonage.SUBMITTED);
        vonage.sms().open().send(FakeVonage.text("Hello", Encoding.GSM_7, "+447700900001", url));
        assertEquals(Optional.empty(), Parameter.first(form(), "callback"));
        SERVER.resetRequests();
        vonage.messages().open().send(FakeVonage.text("Hello", Encoding.GSM_7, "+447700900001", url));
        assertFalse(JSON.readTree(vonage.theOnlyRequest().getBodyAsString()).has("webhook_url"));
    }

    @ParameterizedTest @EnumSource
    void without_a_sender_nothing_is_asked(ApiChoice api) {
        SendOutcome outcome = vonage.by(api).open().send(FakeVonage.textFromNobody());
        assertEquals(Reason.SENDER_NOT_ALLOWED, assertInstanceOf(Refused.class, outcome).error().reason());
        assertEquals(List.of(), vonage.requests());
    }

    @ParameterizedTest @CsvSource({"SMS, 3201", "MESSAGES, 1001"})
    void a_text_that_is_too_long_is_not_asked(ApiChoice api, int length) {
        Refused refused = assertInstanceOf(Refused.class, refusedUnasked(vonage.by(api), "+447700900001", "x".repeat(length)));
        assertEquals(Reason.REQUEST_INVALID, refused.error().reason());
        assertTrue(refused.error().text().contains(String.valueOf(length)), refused.error().text());
    }

    @ParameterizedTest @CsvSource({"SMS, 3200", "MESSAGES, 1000"})
    void a_text_may_be_as_long_as_the_api_allows(ApiChoice api, int length) {
        vonage.answers(202, FakeVonage.SUBMITTED);
        vonage.by(api).open().send(FakeVonage.text("x".repeat(length)));
        vonage.theOnlyRequest();
    }

    @ParameterizedTest @EnumSource
    void a_number_that_vonage_takes_for_none_is_not_asked(ApiChoice api) {
        Refused refused = assertInstanceOf(Refused.class, refusedUnasked(vonage.by(api), "+447700", "Hello"));
        assertEquals(Reason.RECIPIENT_INVALID, refused.error().reason());
        assertFalse(refused.error().text().contains("447700"), refused.error().text());
    }

    @Test
    void an_accepted_text_has_a_name_for_each_part() {
        vonage.answers(200, FakeVonage.TAKEN);
        assertEquals(new Accepted(List.of("0A00000012345671"), Optional.of(1), Optional.empty()),
                vonage.sendOnce(vonage.sms(), Accepted.class));
        SERVER.resetAll();
        vonage.answers(202, FakeVonage.SUBMITTED);
        assertEquals(new Accepted(List.of("aaaaaaaa-bbbb-cccc-dddd-0123456789ab"), Optional.empty(), Optional.empty()),
                vonage.sendOnce(vonage.messages(), Accepted.class));
    }

    @ParameterizedTest @EnumSource
    void texts_sent_at_once_do_not_mix(ApiChoice api) {
        vonage.answers(202, FakeVonage.SUBMITTED);
        SmsProvider provider = vonage.by(api).open();
        Set<String> texts = IntStream.range(0, 40).mapToObj(i -> "text-" + i + "-").collect(Collectors.toSet());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            texts.forEach(text -> threads.execute(() -> provider.send(FakeVonage.text(text))));
        }
        List<String> bodies = vonage.requests().stream().map(LoggedRequest::getBodyAsString).toList();
        assertEquals(40, bodies.size());
        texts.forEach(text -> assertEquals(1, bodies.stream().filter(body -> body.contains(text)).count(), text));
    }
}
