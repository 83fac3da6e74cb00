package dev.parley.core.simulation;

import dev.parley.core.simulation.Ledger.Taken;
import dev.parley.ports.spi.AuthenticWebhook;
import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.SendOutcome;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.Verdict;
import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookRequest;
import dev.parley.testkit.fake.FakeProvider;
import dev.parley.testkit.sample.Samples;
import dev.parley.testkit.sample.Tenant;
import java.time.Duration;
import java.util.List;

/** A business's account at a provider that takes texts, refuses them, puts them off, or loses its answers. */
final class SimulatedProvider implements SmsProvider {

    private static final Duration SLOWEST = Duration.ofSeconds(4);
    private static final Duration LONGEST_WISH = Duration.ofSeconds(20);

    private final Stage stage;
    private final Tenant tenant;
    private final Reporter reporter;
    private final FakeProvider webhooks = new FakeProvider(Samples.WEBHOOK_SECRET);

    SimulatedProvider(Stage stage, Tenant tenant, Reporter reporter) {
        this.stage = stage;
        this.tenant = tenant;
        this.reporter = reporter;
    }

    @Override
    public SendOutcome send(OutboundText text) {
        stage.scheduler.sleep(stage.chance.upTo(SLOWEST));
        SendOutcome outcome = stage.chance.hits(stage.weather.provider()) ? trouble(text) : take(text);
        stage.note("provider", () -> "is given " + Brief.of(text.id()) + " \"" + text.body() + "\" -> " + outcome);
        stage.scheduler.sleep(stage.chance.upTo(SLOWEST));
        return outcome;
    }

    @Override
    public Verdict check(WebhookRequest request) {
        return webhooks.check(request);
    }

    @Override
    public List<WebhookEvent> read(AuthenticWebhook webhook) {
        return webhooks.read(webhook);
    }

    private SendOutcome trouble(OutboundText text) {
        return switch (stage.chance.between(1, 5)) {
            case 1 -> SendOutcome.refused(Reason.RECIPIENT_INVALID, "21211", "simulated");
            case 2 -> SendOutcome.throttled("429", "simulated").retryAfter(stage.chance.upTo(LONGEST_WISH));
            case 3 -> new SendOutcome.Unavailable("simulated");
            case 4 -> new SendOutcome.Ambiguous("simulated loss before it was taken");
            default -> {
                take(text);
                yield new SendOutcome.Ambiguous("simulated loss of the answer");
            }
        };
    }

    private SendOutcome take(OutboundText text) {
        var taken = new Taken(tenant, text.id(), text.to(), text.body(), stage.history.now());
        stage.ledger.taken.add(taken);
        String name = "out-" + stage.ledger.taken.size();
        reporter.follow(taken, name);
        return SendOutcome.accepted(name);
    }
}
