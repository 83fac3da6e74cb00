package dev.parley.testkit.fake;

import dev.parley.ports.Secret;
import dev.parley.ports.notify.CustomerEvent;
import dev.parley.ports.notify.Delivery;
import dev.parley.ports.notify.PostOutcome;
import dev.parley.ports.out.CustomerWebhooks;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Servers of customers that answer what they are told to, and otherwise an empty 200. Thread-safe. */
public final class FakeCustomerWebhooks implements CustomerWebhooks {

    /** The one host that no customer may name. */
    public static final String FORBIDDEN_HOST = "forbidden.example";

    private final List<CustomerEvent> rendered = new CopyOnWriteArrayList<>();
    private final List<Posted> posted = new CopyOnWriteArrayList<>();
    private final Script<Posted, PostOutcome> script = new Script<>(_ -> answered(200));

    /** Servers that were told nothing yet. */
    public FakeCustomerWebhooks() {}

    /** Writes the event down as JSON that holds its name and the number of its rendering, counted from 1. */
    @Override
    public synchronized String render(CustomerEvent event) {
        rendered.add(event);
        return "{\"event\":\"" + event.name() + "\",\"rendering\":" + rendered.size() + "}";
    }

    @Override
    public PostOutcome post(Delivery delivery, List<Secret> secrets, Instant at) {
        var post = new Posted(delivery, secrets, at);
        posted.add(post);
        return script.answer(post);
    }

    @Override
    public Optional<String> refusal(URI url) {
        return FORBIDDEN_HOST.equals(url.getHost()) ? Optional.of("This address may not be called.") : Optional.empty();
    }

    /** The next posts come to this, in that order. */
    public void willAnswer(PostOutcome...outcomes) {
        script.add(List.of(outcomes));
    }

    /** The next post comes to this; whatever else the function does happens before the answer. */
    public void willAnswerOnce(Function<Posted, PostOutcome> answer) {
        script.add(answer);
    }

    /** Every post for which nothing else was laid in comes to this. */
    public void willAlwaysAnswer(Function<Posted, PostOutcome> answer) {
        script.always(answer);
    }

    /** What was written as JSON, in order. */
    public List<CustomerEvent> rendered() {
        return List.copyOf(rendered);
    }

    /** What was posted, in order. */
    public List<Posted> posted() {
        return List.copyOf(posted);
    }

    /** An answer with that status code and nothing else. */
    public static PostOutcome answered(int statusCode) {
        return new PostOutcome.Answered(statusCode, "", Optional.empty(), Optional.empty());
    }

    /**
     * One post.
     *
     * @param delivery what was posted
     * @param secrets what it was signed with
     * @param at the time that the signature names
     */
    public record Posted(Delivery delivery, List<Secret> secrets, Instant at) {

        /** Copies the list. */
        public Posted {
            secrets = List.copyOf(secrets);
        }
    }
}
