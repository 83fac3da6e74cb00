package dev.parley.core.simulation;

import dev.parley.ports.Result;
import dev.parley.ports.in.WebhookHit;
import dev.parley.ports.spi.WebhookAnswer;
import dev.parley.testkit.fake.FakeProviders;
import dev.parley.testkit.fake.FakeWebhook;
import dev.parley.testkit.sample.Samples;
import dev.parley.testkit.sample.Tenant;
import java.time.Duration;
import java.util.Optional;

/**
 * Brings webhooks: again until it hears that we have them, and sometimes in many copies at once, to any node.
 *
 * @param stage where it stands
 * @param nodes whom it can reach
 */
record Carrier(Stage stage, Nodes nodes) {

    private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(8);
    private static final Duration COPY_COMES = Duration.ofSeconds(20);
    private static final int MOST_COPIES = 20;

    /** Brings it, and returns when it was heard that we have it. */
    void bring(Tenant tenant, FakeWebhook webhook) {
        if (stage.chance.hits(0.25)) {
            copies(tenant, webhook);
        }
        while (!isTaken(tenant, webhook)) {
            stage.scheduler.sleep(stage.chance.upTo(BEFORE_NEXT_TRY));
        }
    }

    private void copies(Tenant tenant, FakeWebhook webhook) {
        int copies = stage.chance.hits(0.1) ? MOST_COPIES : stage.chance.between(1, 3);
        boolean atOnce = stage.chance.hits(0.5);
        for (int i = 0; i < copies; i++) {
            stage.outside(() -> {
                stage.scheduler.sleep(atOnce ? Duration.ZERO : stage.chance.upTo(COPY_COMES));
                isTaken(tenant, webhook);
            });
        }
    }

    private boolean isTaken(Tenant tenant, FakeWebhook webhook) {
        var hit = new WebhookHit(
                FakeProviders.NAME,
                stage.chance.hits(0.8) ? Optional.of(tenant.connection().id()) : Optional.empty(),
                webhook.ofAccount(tenant.connection().accountKey().orElseThrow()).signedBy(Samples.WEBHOOK_SECRET));
        Optional<Integer> status = nodes.any().ask(core -> status(core.carriers().receive().receive(hit)));
        stage.note("carrier", () -> "brings " + webhook.fields() + " -> " + status.map(String::valueOf).orElse("no answer"));
        return status.filter(code -> code / 100 == 2).isPresent();
    }

    private static int status(Result<WebhookAnswer> result) {
        return switch (result) {
            case Result.Ok<WebhookAnswer>(var answer) -> answer.status();
            case Result.Rejected<WebhookAnswer> _ -> 404;
        };
    }
}
