package dev.parley.core.simulation;

import dev.parley.core.simulation.Ledger.Post;
import dev.parley.ports.Secret;
import dev.parley.ports.notify.CustomerEvent;
import dev.parley.ports.notify.Delivery;
import dev.parley.ports.notify.PostOutcome;
import dev.parley.ports.out.CustomerWebhooks;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Servers of customers that are away for hours, fail, or answer with a text to send.
 *
 * @param stage where they stand
 * @param backAt when they are there again
 */
record SimulatedCustomers(Stage stage, Instant backAt) implements CustomerWebhooks {

    private static final Duration SLOWEST = Duration.ofSeconds(15);
    private static final Duration LONGEST_WISH = Duration.ofMinutes(10);

    @Override
    public String render(CustomerEvent event) {
        return switch (event) {
            case CustomerEvent.MessageReceived received -> received.messageId() + ": " + received.body();
        };
    }

    @Override
    public PostOutcome post(Delivery delivery, List<Secret> secrets, Instant at) {
        stage.scheduler.sleep(stage.chance.upTo(SLOWEST));
        PostOutcome outcome = outcome(delivery);
        boolean isTaken = outcome instanceof PostOutcome.Answered answered && answered.statusCode() == 200;
        Optional<String> reply = outcome instanceof PostOutcome.Answered answered ? answered.reply() : Optional.empty();
        stage.note("customer",
                () -> "is told by " + Brief.of(delivery.id().value()) + " of " + Brief.of(delivery.about()) + " -> " + outcome);
        stage.ledger.posts.add(new Post(delivery.id(), delivery.about(), delivery.payload(), isTaken, reply));
        stage.scheduler.sleep(stage.chance.upTo(SLOWEST));
        return isTaken && stage.chance.hits(stage.weather.customer() / 4) ? new PostOutcome.Failed("simulated loss") : outcome;
    }

    @Override
    public Optional<String> refusal(URI url) {
        return Optional.empty();
    }

    private PostOutcome outcome(Delivery delivery) {
        if (stage.scheduler.instant().isBefore(backAt)) {
            return new PostOutcome.Failed("nobody is there");
        }
        if (stage.chance.hits(stage.weather.customer())) {
            return trouble();
        }
        Optional<String> reply = stage.chance.hits(0.5) ? Optional.of("inline " + Brief.of(delivery.id().value())) : Optional.empty();
        return new PostOutcome.Answered(200, "", reply, Optional.empty());
    }

    private PostOutcome trouble() {
        return switch (stage.chance.between(1, 3)) {
            case 1 -> new PostOutcome.Answered(500, "", Optional.empty(), Optional.empty());
            case 2 -> new PostOutcome.Answered(429, "", Optional.empty(), Optional.of(stage.chance.upTo(LONGEST_WISH)));
            default -> new PostOutcome.Failed("simulated");
        };
    }
}
