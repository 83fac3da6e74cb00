package dev.parley.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

/** The whole server on one of the databases, with Vonage and a model around it, both of them quick. */
final class VonageTown implements AutoCloseable {

    static final String ANSWER = "The answer of the model.";

    private final AtomicInteger numbers = new AtomicInteger();
    private final FakeVonage vonage;
    private final FakeModel model;
    private final Running parley;

    VonageTown(Database database, Path folder) throws IOException {
        vonage = new FakeVonage();
        model = new FakeModel();
        model.letAnswer();
        var environment = new HashMap<>(vonage.environment());
        environment.putAll(model.environment());
        environment.putAll(database.environment());
        parley = Running.in(folder, environment);
    }

    FakeVonage vonage() {
        return vonage;
    }

    Running parley() {
        return parley;
    }

    /** A bakery with an account and a number of its own. */
    VonageLine line(String api, String method) {
        return VonageLine.open(parley, api, method, "+1500555%04d".formatted(numbers.incrementAndGet()));
    }

    /** Somebody who has not texted yet. */
    String newContact() {
        return "+1202555%04d".formatted(numbers.incrementAndGet());
    }

    /** The texts from or to a contact, oldest first. */
    List<JsonNode> messages(String direction, String contact) {
        JsonNode newestFirst = parley.get("/v1/messages?direction=" + direction + "&contact=%2B" + FakeVonage.msisdn(contact));
        return StreamSupport.stream(newestFirst.spliterator(), false).toList().reversed();
    }

    /** The only text to a contact, once it has that status. */
    JsonNode onlyTextTo(String contact, String status) {
        return Running.eventually(() -> Optional.of(messages("outbound", contact))
                .filter(texts -> texts.size() == 1 && texts.getFirst().path("status").asText().equals(status))
                .map(List::getFirst));
    }

    @Override
    public void close() {
        model.close();
        parley.close();
        vonage.close();
    }
}
