package dev.parley.app.http;

import dev.parley.ports.AgentId;
import dev.parley.ports.Cursor;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Rejection;
import dev.parley.ports.Result;
import dev.parley.ports.Secret;
import dev.parley.ports.agent.Agent;
import dev.parley.ports.agent.WebhookSecret;
import dev.parley.ports.in.AgentSpec;
import dev.parley.ports.in.AgentView;
import dev.parley.ports.in.SecretChange;
import dev.parley.ports.in.UseCases;
import dev.parley.ports.out.IdSource;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Agents in memory. */
final class FakeAgents {

    final Shelf<AgentId, Agent> shelf = new Shelf<>(
            "agent",
            Agent::organization,
            Agent::id,
            a -> new Cursor(
                    a.createdAt(),
                    a.id()
                            .value()));
    /** How many updates somebody else is faster than. */
    final AtomicInteger overtakings = new AtomicInteger();

    private final IdSource ids;
    private final TestClock clock;
    private final FakeNumbers numbers;

    FakeAgents(IdSource ids, TestClock clock, FakeNumbers numbers) {
        this.ids = ids;
        this.clock = clock;
        this.numbers = numbers;
    }

    UseCases.Agents useCases() {
        return new UseCases.Agents(
                (organization, spec) -> Result.ok(view(shelf.put(made(organization, spec)))),
                (organization, id) -> shelf.find(organization, id).map(this::view),
                (organization, page) -> shelf.page(organization, page).map(this::view),
                this::update,
                shelf::remove);
    }

    private Result<AgentView> update(OrganizationId organization, AgentId id, AgentSpec spec, long version) {
        if (overtakings.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            shelf.find(organization, id).map(agent -> shelf.put(next(agent, spec(agent))));
        }
        return shelf.find(organization, id)
                .then(
                        agent -> agent.version() == version ? Result.ok(view(shelf.put(next(agent, spec)))) : Result.rejected(
                                Rejection.of(
                                        Rejection.Kind.STALE,
                                        "stale",
                                        "It was changed.")));
    }

    private AgentView view(Agent agent) {
        return new AgentView(agent, numbers.ofAgent(agent.id()));
    }

    private Agent made(OrganizationId organization, AgentSpec spec) {
        clock.advance(Duration.ofSeconds(1));
        Secret secret = spec.webhookSecret() instanceof SecretChange.Set(var given) ? given : generated();
        return new Agent(
                new AgentId(ids.next()),
                organization,
                spec.name(),
                spec.status(),
                spec.connection(),
                spec.config(),
                spec
                        .defaultVariables(),
                WebhookSecret.of(secret),
                1,
                clock.instant(),
                clock.instant());
    }

    private Agent next(Agent agent, AgentSpec spec) {
        WebhookSecret secret = switch (spec.webhookSecret()) {
            case SecretChange.Keep() -> agent.webhookSecret();
            case SecretChange.Renew() -> agent.webhookSecret().rotated(generated(), clock.instant());
            case SecretChange.Set(var given) -> agent.webhookSecret().rotated(given, clock.instant());
        };
        return new Agent(
                agent.id(),
                agent.organization(),
                spec.name(),
                spec.status(),
                spec.connection(),
                spec.config(),
                spec
                        .defaultVariables(),
                secret,
                agent.version() + 1,
                agent.createdAt(),
                clock.instant());
    }

    private static AgentSpec spec(Agent agent) {
        return new AgentSpec(
                "Overtaken",
                agent.status(),
                agent.connection(),
                agent.config(),
                agent.defaultVariables(),
                new SecretChange.Keep());
    }

    private Secret generated() {
        return new Secret("whsec_" + ids.next());
    }
}
