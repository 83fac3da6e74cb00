package dev.parley.simulator;

import dev.parley.ports.Secret;
import dev.parley.ports.spi.AuthenticWebhook;
import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.spi.SelfCheck;
import dev.parley.ports.spi.SendOutcome;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.Verdict;
import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A connection of the simulator. */
final class SimulatorProvider implements SmsProvider, SelfCheck {

    private static final String NOBODY = "+15005550001";
    private static final String ALWAYS_BUSY = "+15005550002";
    private static final String SWALLOWS_THE_ANSWER = "+15005550003";
    private static final String SWITCHED_OFF = "+15005550004";
    private static final String OPTED_OUT = "+15005550009";

    private static final Optional<Duration> A_WHILE = Optional.of(Duration.ofSeconds(5));

    private final Optional<Secret> secret;
    private final DeliveryReports reports;
    private final InstantSource clock;

    SimulatorProvider(Optional<Secret> secret, DeliveryReports reports, InstantSource clock) {
        this.secret = secret;
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public SendOutcome send(OutboundText text) {
        return switch (text.to().e164()) {
            case NOBODY -> new SendOutcome.Refused(SimulatedFailure.INVALID.error());
            case ALWAYS_BUSY -> new SendOutcome.Throttled(A_WHILE, SimulatedFailure.BUSY.error());
            case SWALLOWS_THE_ANSWER -> new SendOutcome.Ambiguous("the simulated answer was lost");
            case SWITCHED_OFF -> accepted(text, SimulatorWebhook.undelivered(idOf(text), text));
            case OPTED_OUT -> new SendOutcome.Refused(SimulatedFailure.OPTED_OUT.error());
            default -> accepted(text, SimulatorWebhook.delivered(idOf(text), text));
        };
    }

    private SendOutcome accepted(OutboundText text, String report) {
        secret.ifPresent(key -> reports.send(text.statusUrl(), report, key));
        return new SendOutcome.Accepted(List.of(idOf(text)), Optional.empty(), Optional.empty());
    }

    /** As unique as our own name for the text. */
    private static String idOf(OutboundText text) {
        return SimulatorWebhook.ID_PREFIX + text.id().toString().replace("-", "");
    }

    /** It is this very server: there is nobody to ask, and little that can be wrong. */
    @Override
    public List<Finding> selfCheck(Expected expected) {
        Stream<Finding> connection = Stream.of(
                Finding.of(Point.CREDENTIALS, Grade.GOOD, "The simulator is part of this server and needs none."),
                Finding.of(Point.WEBHOOK, Grade.GOOD, "The simulator calls this server directly, whatever its public address is."),
                secret.isPresent() ? Finding.of(Point.SIGNING, Grade.GOOD, "The simulator signs with the secret made for this connection.")
                        : Finding.of(Point.SIGNING, Grade.BAD, "Nothing can be signed without " + SimulatorProviderFactory.SIGNING_SECRET
                                + ": save the connection once more."));
        Stream<Finding> numbers = expected.numbers()
                .stream()
                .map(ours -> Finding.of(Point.NUMBER, Grade.GOOD, "The simulator carries every number.").about(ours));
        return Stream.concat(connection, numbers).toList();
    }

    @Override
    public Verdict check(WebhookRequest request) {
        Verdict unconfigured = new Verdict.NotConfigured(SimulatorProviderFactory.SIGNING_SECRET);
        return secret.map(key -> new SimulatorSignature(key).check(request, clock.instant())).orElse(unconfigured);
    }

    @Override
    public List<WebhookEvent> read(AuthenticWebhook webhook) {
        return List.of(SimulatorWebhook.of(webhook).event());
    }
}
