package dev.parley.bench.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.bench.ledger.Ledger;
import dev.parley.bench.ledger.What;
import dev.parley.bench.standin.Site.Asked;
import dev.parley.bench.standin.Site.Said;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The servers of businesses: check who tells them of texts, and answer some at once. An event fails at most once. */
public final class Sink {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SLOW = Duration.ofSeconds(3);

    private final Ledger ledger;
    private final Collection<Line> lines;
    private final Mood<SinkFault> mood;
    private final Set<String> failed = ConcurrentHashMap.newKeySet();

    /** Good ones. */
    public Sink(Ledger ledger, Collection<Line> lines, Dice dice) {
        this.ledger = ledger;
        this.lines = lines;
        this.mood = new Mood<>(SinkFault.NONE, dice);
    }

    /** How they misbehave. */
    public Mood<SinkFault> mood() {
        return mood;
    }

    /** Their addresses: a path for each organization. */
    public Said answer(Asked asked) throws InterruptedException {
        Optional<Line> line = lines.stream().filter(l -> asked.path().equals("/" + l.name())).findFirst();
        if (line.isEmpty()) {
            return Said.json(404, "{}");
        }
        JsonNode event = read(asked.body());
        String id = asked.header("webhook-id");
        ledger.note(What.EVENT_OFFERED, "event", id, "line", line.get().name(), "message", event.path("messageId").asText(), "sid",
                event.path("messageSid").asText(), "digest", Crypto.digest(asked.body()), "signature", signature(line.get(), asked),
                "canaries", Canaries.in(asked.body(), lines));
        Said said = say(id, Text.tag(event.path("body").asText()), line.get());
        ledger.note(What.EVENT_ANSWERED, "event", id, "status", Integer.toString(said.status()));
        return said;
    }

    private Said say(String id, int tag, Line line) throws InterruptedException {
        SinkFault fault = mood.next("sink " + id);
        if (fault != SinkFault.NONE && !failed.add(id)) {
            fault = SinkFault.NONE;
        }
        return switch (fault) {
            case NONE -> taken(tag, line);
            case SLOW -> after(taken(tag, line));
            case BROKEN -> Said.json(500, "{}");
            case RESET -> Said.NOTHING;
        };
    }

    private static Said taken(int tag, Line line) {
        return Said.json(200, tag % 2 == 0 ? "{}" : "{\"reply\":\"Re #t%d %s (business)\"}".formatted(tag, line.canary()));
    }

    private static Said after(Said said) throws InterruptedException {
        Thread.sleep(SLOW);
        return said;
    }

    private static String signature(Line line, Asked asked) {
        String expected =
                Crypto.standardWebhook(line.hookSecret(), asked.header("webhook-id"), asked.header("webhook-timestamp"), asked.body());
        return asked.header("webhook-signature").contains(expected) ? "good" : "bad";
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an event is JSON", e);
        }
    }
}
