package dev.parley.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static dev.parley.llm.Wire.user;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.parley.ports.model.ModelRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

/** Neither the library nor we log anything about a call, at whatever level, and no outcome prints what was said. */
class QuietTest {

    @RegisterExtension
    static final FakeVendor VENDOR = new FakeVendor();

    private static final String PROMPT = "You guard the canary in the prompt.";
    private static final String TEXT = "I saw the canary in the text.";
    private static final String ANSWER = "There is a canary in the answer.";

    private final Logger logger = Logger.getLogger("dev");
    private final List<String> logged = new ArrayList<>();
    private final Handler recorder = new Handler() {

        @Override
        public void publish(LogRecord entry) {
            logged.add(entry.getLoggerName() + ": " + entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.setLevel(Level.ALL);
        logger.addHandler(recorder);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(recorder);
        logger.setLevel(null);
    }

    @ParameterizedTest @EnumSource
    void nothing_is_logged_and_nothing_printed(Wire wire) {
        String echo = "{\"error\":{\"message\":\"%s %s %s\"}}".formatted(PROMPT, TEXT, Wire.KEY);
        Stream<ResponseDefinitionBuilder> answers = Stream.of(
                okJson(wire.answer(ANSWER)),
                okJson("{\"" + ANSWER + "\"}"),
                status(500).withBody(echo),
                status(429).withBody(echo),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        answers.forEach(answer -> {
            String printed = VENDOR.answering(wire, answer)
                    .models(wire, Duration.ofSeconds(20))
                    .complete(
                            "main",
                            new ModelRequest(
                                    PROMPT,
                                    List.of(
                                            user(
                                                    TEXT))))
                    .toString();
            assertFalse(printed.contains("canary"), printed);
            assertFalse(printed.contains(Wire.KEY), printed);
        });
        assertEquals(List.of(), logged);
    }
}
