package dev.parley.core.simulation;

import dev.parley.core.simulation.Ledger.Reported;
import dev.parley.core.simulation.Ledger.Taken;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport.Status;
import dev.parley.testkit.fake.FakeWebhook;
import java.time.Duration;
import java.util.List;

/**
 * Tells us what became of texts that a provider took: late, more than once, in any order, and before the provider's own answer.
 *
 * @param stage where it stands
 * @param carrier who brings its webhooks
 */
record Reporter(Stage stage, Carrier carrier) {

    private static final Duration LATEST = Duration.ofSeconds(25);

    /** A text was taken under that name. */
    void follow(Taken taken, String name) {
        boolean arrives = stage.chance.hits(0.9);
        boolean named = stage.chance.hits(0.7);
        Status last = arrives ? Status.DELIVERED : Status.UNDELIVERED;
        for (Status status : List.of(Status.SENT, last)) {
            FakeWebhook report = FakeWebhook.report(name, status);
            stage.outside(() -> {
                stage.scheduler.sleep(stage.chance.upTo(LATEST));
                carrier.bring(taken.tenant(), named ? report.about(taken.message()) : report);
                if (status == last) {
                    stage.ledger.reported.add(new Reported(taken.message(), name, named, MessageStatus.valueOf(last.name())));
                }
            });
        }
    }
}
