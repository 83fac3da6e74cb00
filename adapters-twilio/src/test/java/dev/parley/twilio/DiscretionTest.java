package dev.parley.twilio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.parley.ports.spi.SendOutcome;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Even when everything is logged that can be, neither a text nor a number nor a secret is. */
final class DiscretionTest {

    private static final List<String> CANARIES = List.of("canary-text", "5550006", "5550009", Hook.TOKEN, "Basic ");

    @RegisterExtension
    static final WireMockExtension SERVER = FakeTwilio.extension();

    private final FakeTwilio twilio = new FakeTwilio(SERVER);
    private final List<Logger> loggers = List.of(
            Logger.getLogger("com.twilio"),
            Logger.getLogger("org.apache.hc"),
            Logger.getLogger(
                    "jdk.httpclient"),
            Logger.getLogger("dev.parley"));
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage() + " " + line.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        handler.setLevel(Level.ALL);
        loggers.forEach(logger -> {
            logger.setLevel(Level.ALL);
            logger.addHandler(handler);
        });
    }

    @AfterEach
    void stopListening() {
        loggers.forEach(logger -> {
            logger.setLevel(null);
            logger.removeHandler(handler);
        });
    }

    private SendOutcome send() {
        return twilio.send(FakeTwilio.account(), FakeTwilio.text("canary-text"));
    }

    private void assertDiscreet() {
        assertTrue(lines.stream().anyMatch(line -> line.contains("Twilio API Request")), "the log is listened to");
        assertNothingTold();
    }

    private void assertNothingTold() {
        CANARIES.forEach(canary -> assertEquals(List.of(), lines.stream().filter(line -> line.contains(canary)).toList()));
    }

    @Test
    void about_a_text_that_was_taken() {
        twilio.accepts();
        send();
        assertDiscreet();
    }

    @Test
    void about_an_answer_that_repeats_the_text() {
        twilio.answers(aResponse().withStatus(201).withBody("{\"sid\": canary-text +15005550006"));
        lines.add(send().toString());
        assertDiscreet();
    }

    @Test
    void about_a_refusal_that_names_the_number() {
        twilio.answers(aResponse().withStatus(400).withBody("{\"code\":21211,\"message\":\"+15005550006 is no number\",\"status\":400}"));
        lines.add(send().toString());
        assertDiscreet();
    }

    @Test
    void about_a_number_that_was_looked_for() {
        var account = new FakeAccount(SERVER);
        account.setUp();
        lines.add(account.look().toString());
        assertTrue(account.asked().getLast().contains("5550006"), "the number was asked for");
        assertNothingTold();
    }

    @Test
    void about_a_connection_that_broke() {
        twilio.answers(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));
        lines.add(send().toString());
        assertDiscreet();
    }
}
