package dev.parley.core.intake;

import dev.parley.core.world.World;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.Rejection;
import dev.parley.ports.Result;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.in.ReceiveWebhook;
import dev.parley.ports.in.WebhookHit;
import dev.parley.ports.spi.AuthenticWebhook;
import dev.parley.ports.spi.Receipt;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.SmsProviderFactory.Claim;
import dev.parley.ports.spi.Verdict;
import dev.parley.ports.spi.WebhookAnswer;
import dev.parley.ports.spi.WebhookCheck;
import dev.parley.ports.spi.WebhookRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where carriers come in: finds the connection that a webhook is for, believes it only when that connection's provider does, and
 * has what it says made durable before it is answered. Thread-safe.
 */
public final class Reception implements ReceiveWebhook {

    private static final Logger LOG = System.getLogger(Reception.class.getName());

    private final World world;
    private final EventIntake intake;
    private final Forgeries forgeries;

    /** Takes who makes durable what is believed. */
    public Reception(World world, EventIntake intake) {
        this.world = world;
        this.intake = intake;
        this.forgeries = new Forgeries(world);
    }

    /** A connection that a webhook may be for, ready to be asked. */
    private record Candidate(Connection connection, SmsProvider provider) {}

    @Override
    public Result<WebhookAnswer> receive(WebhookHit hit) {
        if (world.peers().providers().description(hit.provider()).isEmpty()) {
            return Result.rejected(Rejection.notFound("provider"));
        }
        List<Connection> connections = connections(hit);
        if (connections.isEmpty()) {
            return hit.connection().isPresent() ? Result.rejected(Rejection.notFound("connection")) : Result.ok(WebhookAnswer.FORBIDDEN);
        }
        return Result.ok(answer(hit, connections.stream().flatMap(c -> open(c).stream()).toList()));
    }

    private List<Connection> connections(WebhookHit hit) {
        var directory = world.traffic().directory();
        if (hit.connection().isPresent()) {
            return directory.connection(hit.provider(), hit.connection().get()).stream().toList();
        }
        Claim claim = world.peers().providers().claim(hit.provider(), hit.request());
        Map<Object, Connection> byId = new LinkedHashMap<>();
        claim.ourNumber()
                .flatMap(PhoneNumber::parse)
                .flatMap(number -> directory.carrierOf(hit.provider(), number))
                .ifPresent(c -> byId.put(c.id(), c));
        claim.account()
                .map(account -> directory.ofAccount(hit.provider(), account))
                .orElse(List.of())
                .forEach(c -> byId.putIfAbsent(c.id(), c));
        return List.copyOf(byId.values());
    }

    private Optional<Candidate> open(Connection connection) {
        try {
            return Optional.of(new Candidate(connection, world.peers().providers().open(connection)));
        } catch (IllegalArgumentException unusable) {
            LOG.log(Level.WARNING, "connection {0} cannot be used: {1}", connection.id(), unusable.getMessage());
            return Optional.empty();
        }
    }

    private WebhookAnswer answer(WebhookHit hit, List<Candidate> candidates) {
        var failures = new ArrayList<Verdict>();
        for (Candidate candidate : candidates) {
            switch (check(candidate, hit.request())) {
                case WebhookCheck.Passed(var webhook) -> {
                    return candidate.provider().answer(webhook, take(candidate, webhook));
                }
                case WebhookCheck.Failed(var verdict) -> failures.add(verdict);
            }
        }
        if (failures.isEmpty()) {
            return WebhookAnswer.FORBIDDEN;
        }
        // Told to one only, the carrier of our number before all others: whoever else names that account learns nothing by it.
        return refuse(candidates.getFirst(), hit.request(), failures);
    }

    private WebhookAnswer refuse(Candidate candidate, WebhookRequest request, List<Verdict> failures) {
        boolean undecided = failures.stream().anyMatch(Verdict.Undecided.class::isInstance);
        WebhookAnswer answer = candidate.provider().answer(request, undecided ? Receipt.UNDECIDED : Receipt.REFUSED);
        // With success a provider answers whoever only tries whether the address is there: nobody has anything to change.
        if (answer.status() / 100 != 2) {
            world.nature().tasks().run(() -> forgeries.record(candidate.connection(), request, failures.getFirst()));
        }
        return answer;
    }

    private static WebhookCheck check(Candidate candidate, WebhookRequest request) {
        try {
            return WebhookCheck.of(candidate.provider(), request);
        } catch (RuntimeException bugOfTheAdapter) {
            // Somebody else's code, fed by strangers: what makes it fail is not believed, and may be sent again.
            LOG.log(Level.ERROR, "provider " + candidate.connection().provider() + " threw while checking a webhook", bugOfTheAdapter);
            return new WebhookCheck.Failed(new Verdict.Undecided("the adapter failed"));
        }
    }

    private Receipt take(Candidate candidate, AuthenticWebhook webhook) {
        return intake.take(candidate.connection(), () -> candidate.provider().read(webhook));
    }
}
