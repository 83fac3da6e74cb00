package dev.parley.core.intake;

import dev.parley.core.world.Culprit;
import dev.parley.core.world.World;
import dev.parley.ports.ConnectionId;
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
import java.util.Objects;
import java.util.Optional;

/**
 * Where carriers come in: finds the connection that a webhook is for, believes it only when that connection's provider does, and
 * has what it says made durable before it is answered. Thread-safe.
 */
public final class Reception implements ReceiveWebhook {

    private static final Logger LOG = System.getLogger(Reception.class.getName());

    private final World world;
    private final Safekeeping safekeeping;
    private final Lookup lookup;
    private final Forgeries forgeries;

    /** Takes who makes durable what is believed. */
    public Reception(World world, Safekeeping safekeeping) {
        this.world = world;
        this.safekeeping = safekeeping;
        this.lookup = new Lookup(world, safekeeping);
        this.forgeries = new Forgeries(world);
    }

    /** A connection that a webhook may be for, ready to be asked. */
    private record Candidate(Connection connection, SmsProvider provider) {}

    @Override
    public Result<WebhookAnswer> receive(WebhookHit hit) {
        if (world.peers().providers().description(hit.provider()).isEmpty()) {
            return Result.rejected(Rejection.notFound("provider"));
        }
        return hit.connection().map(id -> atItsAddress(hit, id)).orElseGet(() -> Result.ok(atTheSharedAddress(hit)));
    }

    private Result<WebhookAnswer> atItsAddress(WebhookHit hit, ConnectionId id) {
        return lookup.connection(hit.provider(), id)
                .map(connection -> Result.ok(answer(hit, List.of(connection))))
                .orElseGet(() -> Result.rejected(Rejection.notFound("connection")));
    }

    private WebhookAnswer atTheSharedAddress(WebhookHit hit) {
        return claim(hit).map(claim -> answer(hit, claimed(hit.provider(), claim))).orElse(WebhookAnswer.TRY_AGAIN);
    }

    /** Nothing when the adapter cannot say: neither that it throws nor that it has no answer is the carrier's fault. */
    private Optional<Claim> claim(WebhookHit hit) {
        try {
            return Optional.of(world.peers().providers().claim(hit.provider(), hit.request()));
        } catch (RuntimeException | LinkageError bugOfTheAdapter) {
            // Somebody else's code, fed by strangers: it can be asked again when the webhook is sent again.
            log(hit.provider(), "finding out whom a webhook is for", bugOfTheAdapter);
            return Optional.empty();
        }
    }

    private List<Connection> claimed(String provider, Claim claim) {
        Map<Object, Connection> byId = new LinkedHashMap<>();
        claim.ourNumber()
                .flatMap(PhoneNumber::parse)
                .flatMap(number -> lookup.carrierOf(provider, number))
                .ifPresent(c -> byId.put(c.id(), c));
        claim.account()
                .map(account -> lookup.ofAccount(provider, account))
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
        } catch (RuntimeException | LinkageError bugOfTheAdapter) {
            // Somebody else's code: whoever else the webhook may be for is asked all the same.
            LOG.log(Level.ERROR, "connection {0} cannot be used: {1}", connection.id(), Culprit.of(bugOfTheAdapter));
            return Optional.empty();
        }
    }

    private WebhookAnswer answer(WebhookHit hit, List<Connection> connections) {
        List<Candidate> candidates = connections.stream().flatMap(c -> open(c).stream()).toList();
        var failures = new ArrayList<Verdict>();
        for (Candidate candidate : candidates) {
            switch (check(candidate, hit.request())) {
                case WebhookCheck.Passed(var webhook) -> {
                    return answer(candidate, webhook, take(candidate, webhook));
                }
                case WebhookCheck.Failed(var verdict) -> failures.add(verdict);
            }
        }
        if (failures.isEmpty()) {
            return lookup.isGuess() ? WebhookAnswer.TRY_AGAIN : WebhookAnswer.FORBIDDEN;
        }
        // Told to one only, the carrier of our number before all others: whoever else names that account learns nothing by it.
        return refuse(candidates.getFirst(), hit.request(), failures);
    }

    private WebhookAnswer refuse(Candidate candidate, WebhookRequest request, List<Verdict> failures) {
        boolean undecided = failures.stream().anyMatch(Verdict.Undecided.class::isInstance);
        WebhookAnswer answer = answer(candidate, request, undecided ? Receipt.UNDECIDED : Receipt.REFUSED);
        // With success a provider answers whoever only tries whether the address is there: nobody has anything to change.
        if (answer.status() / 100 != 2) {
            world.nature().tasks().run(() -> forgeries.record(candidate.connection(), request, failures.getFirst()));
        }
        return answer;
    }

    private static WebhookCheck check(Candidate candidate, WebhookRequest request) {
        try {
            return WebhookCheck.of(candidate.provider(), request);
        } catch (RuntimeException | LinkageError bugOfTheAdapter) {
            // Somebody else's code, fed by strangers: what makes it fail is not believed, and may be sent again.
            log(candidate.connection().provider(), "checking a webhook", bugOfTheAdapter);
            return new WebhookCheck.Failed(new Verdict.Undecided("the adapter failed"));
        }
    }

    private static WebhookAnswer answer(Candidate candidate, WebhookRequest request, Receipt receipt) {
        try {
            return Objects.requireNonNull(candidate.provider().answer(request, receipt));
        } catch (RuntimeException | LinkageError bugOfTheAdapter) {
            // Somebody else's code: what was stored is known when it is sent again.
            log(candidate.connection().provider(), "answering a webhook", bugOfTheAdapter);
            return WebhookAnswer.TRY_AGAIN;
        }
    }

    private static void log(String provider, String doing, Throwable bugOfTheAdapter) {
        LOG.log(Level.ERROR, "provider {0} threw while {1}: {2}", provider, doing, Culprit.of(bugOfTheAdapter));
    }

    private Receipt take(Candidate candidate, AuthenticWebhook webhook) {
        return safekeeping.take(candidate.connection(), () -> candidate.provider().read(webhook));
    }
}
