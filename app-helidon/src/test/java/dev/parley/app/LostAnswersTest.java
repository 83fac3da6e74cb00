package dev.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.app.FakeTwilio.Loss;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twilio takes texts and nobody hears of it; its log tells. */
class LostAnswersTest {

    @TempDir
    private Path folder;

    private FakeTwilio twilio;
    private Running parley;
    private Bakery bakery;

    @BeforeEach
    void a_business_texts_through_twilio() throws IOException {
        twilio = new FakeTwilio();
        parley = Running.in(folder, twilio.environment());
        bakery = new Bakery(parley);
        bakery.open(0);
        String carried = parley.post("/v1/messaging-connections", """
                {"provider":"twilio","name":"Real","credentials":{"accountSid":"%s","authToken":"%s"}}"""
                .formatted(FakeTwilio.ACCOUNT, FakeTwilio.TOKEN)).path("id").asText();
        bakery.moveTo(carried);
    }

    @AfterEach
    void it_closes() {
        parley.close();
        twilio.close();
    }

    @Test
    void what_twilio_took_is_found_in_its_log_and_what_it_dropped_is_not_sent_again() {
        List<String> ids = Stream.of(Loss.values()).map(this::send).toList();
        assertEquals(List.of("unknown", "unknown", "unknown"), statuses(ids));
        Running.eventually(() -> Optional.of(statuses(ids)).filter(now -> now.equals(List.of("sent", "sent", "unknown"))));
        assertEquals(3, twilio.unseen());
    }

    private String send(Loss loss) {
        twilio.willLose(loss);
        return parley.post("/v1/messages", """
                {"from":"%s","to":"%s","body":"Your cake is ready: %s."}""".formatted(Bakery.NUMBER, Bakery.CONTACT, loss))
                .path("id")
                .asText();
    }

    private List<String> statuses(List<String> ids) {
        return ids.stream().map(id -> parley.get("/v1/messages/" + id).path("status").asText()).toList();
    }
}
