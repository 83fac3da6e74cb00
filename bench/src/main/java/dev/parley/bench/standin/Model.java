package dev.parley.bench.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.bench.ledger.Ledger;
import dev.parley.bench.ledger.What;
import dev.parley.bench.standin.Site.Asked;
import dev.parley.bench.standin.Site.Said;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

/** An OpenAI-compatible model that says which text it answers, and repeats every canary that it was shown. */
public final class Model {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int QUICK_MILLIS = 200;
    private static final Duration SLOW = Duration.ofSeconds(4);
    private static final Duration HANG = Duration.ofSeconds(40);

    private final Ledger ledger;
    private final Collection<Line> lines;
    private final Dice dice;
    private final Mood<ModelFault> mood;
    private final AtomicInteger number = new AtomicInteger();

    /** A good one. */
    public Model(Ledger ledger, Collection<Line> lines, Dice dice) {
        this.ledger = ledger;
        this.lines = lines;
        this.dice = dice;
        this.mood = new Mood<>(ModelFault.NONE, dice);
    }

    /** How it misbehaves. */
    public Mood<ModelFault> mood() {
        return mood;
    }

    /** Its API. */
    public Said answer(Asked asked) throws InterruptedException {
        String name = Integer.toString(number.incrementAndGet());
        int newest = newest(asked.body());
        String canaries = Canaries.in(asked.body(), lines);
        ledger.note(What.MODEL_ASKED, "number", name, "newest", Integer.toString(newest), "canaries", canaries);
        ModelFault fault = mood.next("model " + name);
        Thread.sleep(dice.of("thinking " + name).nextInt(QUICK_MILLIS));
        Said said = say(fault, "Re #t%d %s (r%s)".formatted(newest, canaries, name));
        ledger.note(What.MODEL_ANSWERED, "number", name, "said", fault.name());
        return said;
    }

    private static Said say(ModelFault fault, String words) throws InterruptedException {
        return switch (fault) {
            case NONE -> completion(words);
            case SLOW -> after(SLOW, completion(words));
            case THROTTLED -> new Said(
                    429,
                    "{\"error\":{\"message\":\"slow down\"}}",
                    Map.of("Content-Type", "application/json", "Retry-After", "1"));
            case BROKEN -> Said.json(500, "{\"error\":{\"message\":\"we failed\"}}");
            case RESET -> Said.NOTHING;
            case HANGING -> after(HANG, Said.NOTHING);
            case GARBAGE -> Said.json(200, "<html>not what you think</html>");
        };
    }

    private static Said after(Duration pause, Said said) throws InterruptedException {
        Thread.sleep(pause);
        return said;
    }

    private static int newest(String body) {
        return StreamSupport.stream(read(body).path("messages").spliterator(), false)
                .filter(turn -> turn.path("role").asText().equals("user"))
                .flatMapToInt(turn -> Text.tags(turn.path("content").toString()))
                .reduce(0, (_, later) -> later);
    }

    private static Said completion(String words) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("id", "1").put("object", "chat.completion").put("created", 1);
        ObjectNode choice = json.put("model", "stand-in").putArray("choices").addObject().put("index", 0).put("finish_reason", "stop");
        choice.putObject("message").put("role", "assistant").put("content", words);
        json.putObject("usage").put("prompt_tokens", 10).put("completion_tokens", 5).put("total_tokens", 15);
        return Said.json(200, json.toString());
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a model is asked in JSON", e);
        }
    }
}
