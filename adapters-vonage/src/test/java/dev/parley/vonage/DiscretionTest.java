package dev.parley.vonage;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.parley.ports.Encoding;
import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.spi.SelfCheck;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Even when everything is logged that can be, neither a text nor a number nor a secret is. */
final class DiscretionTest {

    private static final List<String> CANARIES = List.of("canary-text", "7700900", Vonage.SECRET, Vonage.SIGNATURE_SECRET, "Basic ",
            "Bearer ", "BEGIN PRIVATE");

    /** Those of Vonage's library by their names, as somebody would switch them on who looks for an error. */
    private static final List<String> NAMES = List.of("", "com.vonage", "com.vonage.client.AbstractMethod",
            "com.vonage.client.DynamicEndpoint", "com.vonage.client.HttpWrapper", "org.apache.http", "org.apache.http.wire",
            "org.apache.http.headers", "dev.parley", "jdk.httpclient");

    @RegisterExtension
    static final WireMockExtension SERVER = FakeVonage.extension();

    private final FakeVonage vonage = new FakeVonage(SERVER);
    private final List<Logger> loggers = NAMES.stream().map(Logger::getLogger).toList();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            // The server that stands in for Vonage logs what it is told: it is not ours.
            if (Stream.of("wiremock", "jetty").noneMatch(String.valueOf(line.getLoggerName())::contains)) {
                lines.add(line.getLoggerName() + " " + line.getMessage() + " " + List.of(line.getParameters() == null ? new Object[0]
                        : line.getParameters()) + " " + line.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        handler.setLevel(Level.ALL);
        loggers.forEach(logger -> logger.setLevel(Level.ALL));
        Logger.getLogger("").addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        loggers.forEach(logger -> logger.setLevel(logger.getName().isEmpty() ? Level.INFO : null));
        Logger.getLogger("").removeHandler(handler);
    }

    private void send(ApiChoice api) {
        OutboundText text = FakeVonage.text("canary-text", Encoding.GSM_7);
        lines.add(vonage.by(api).open().send(text).toString());
        Vonage application = vonage.by(api).with("applicationId", MessagesHook.UUID).with("privateKey", PrivateKeys.PEM);
        lines.add(application.open().send(text).toString());
        loggers.forEach(logger -> logger.setLevel(Level.ALL));
        application.open().send(text);
    }

    private void assertDiscreet() {
        Logger.getLogger("dev.parley").finest("I am listened to");
        assertTrue(lines.stream().anyMatch(line -> line.contains("I am listened to")), "the log is listened to");
        CANARIES.forEach(canary -> assertEquals(List.of(), lines.stream().filter(line -> line.contains(canary)).toList()));
    }

    @ParameterizedTest @EnumSource
    void about_a_text_that_was_taken(ApiChoice api) {
        vonage.answers(202, api == ApiChoice.SMS ? FakeVonage.TAKEN : FakeVonage.SUBMITTED);
        send(api);
        assertDiscreet();
    }

    @ParameterizedTest @EnumSource
    void about_an_answer_that_repeats_the_text(ApiChoice api) {
        vonage.answers(202, "{\"message_uuid\": canary-text 447700900001");
        send(api);
        assertDiscreet();
    }

    @ParameterizedTest @EnumSource
    void about_a_refusal_that_names_the_number(ApiChoice api) {
        vonage.answers(422, "{\"title\":\"canary-text\",\"detail\":\"447700900001 is no number\"}");
        send(api);
        assertDiscreet();
    }

    @ParameterizedTest @EnumSource
    void about_a_connection_that_broke(ApiChoice api) {
        vonage.answers(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));
        send(api);
        assertDiscreet();
    }

    @ParameterizedTest @EnumSource(SmsHook.Shape.class)
    void about_webhooks(SmsHook.Shape shape) {
        Vonage connection = vonage.sms();
        lines.add(connection.check(SmsHook.text().with("text", "canary-text").signed("md5").in(shape)).toString());
        lines.add(connection.check(SmsHook.text().with("text", "canary-text").in(shape)).toString());
        lines.add(connection.check(MessagesHook.text().post()).toString());
        lines.add(connection.read(SmsHook.text().with("text", "canary-text").signed().in(shape)).toString());
        lines.add(connection.read(MessagesHook.text().signed().post()).toString());
        lines.add(new VonageProviderFactory().claim(SmsHook.text().in(shape)).toString());
        lines.add(Content.of(SmsHook.text().with("text", "canary-text").in(shape)).toString());
        lines.add(Content.of(MessagesHook.text().post()).toString());
        lines.add(MessagesToken.of(MessagesHook.text().signed().post()).toString());
        assertDiscreet();
    }

    @ParameterizedTest @EnumSource
    void about_an_account_that_is_looked_at(ApiChoice api) {
        vonage.answers(200, "{\"value\":10.28,\"count\":1,\"numbers\":[{\"msisdn\":\"447700900001\"}]}");
        SelfCheck check = (SelfCheck) vonage.by(api).open();
        var expected = new SelfCheck.Expected(List.of(FakeVonage.text("x").to()), List.of(URI.create(SmsHook.URL)), List.of());
        check.selfCheck(expected).forEach(finding -> lines.add(finding + finding.detail()));
        assertDiscreet();
    }
}
