package dev.parley.core.agent;

import dev.parley.core.world.World;
import dev.parley.ports.AgentId;
import dev.parley.ports.FieldError;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.Rejection;
import dev.parley.ports.Rejection.Kind;
import dev.parley.ports.Result;
import dev.parley.ports.agent.Agent;
import dev.parley.ports.agent.WebhookSecret;
import dev.parley.ports.in.AgentSpec;
import dev.parley.ports.in.AgentView;
import dev.parley.ports.in.UseCases;
import dev.parley.ports.notify.Endpoint;
import dev.parley.ports.out.AgentStore;
import dev.parley.ports.out.Endpoints;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Agents: making, changing and removing them. Thread-safe. */
public final class AgentDesk {

    private final World.Setup setup;
    private final World.Nature nature;
    private final AgentStore store;
    private final Endpoints endpoints;
    private final AgentRules rules;
    private final WebhookSecrets secrets;

    /** Takes where agents are kept, and what they may refer to. */
    public AgentDesk(World world) {
        this.setup = world.setup();
        this.nature = world.nature();
        this.store = setup.agents();
        this.endpoints = world.traffic().endpoints();
        this.rules = new AgentRules(world.peers().models(), world.peers().webhooks());
        this.secrets = new WebhookSecrets(nature.random());
    }

    /** The use cases. */
    public UseCases.Agents useCases() {
        return new UseCases.Agents(this::create, this::get, this::list, this::update, this::delete);
    }

    private Result<AgentView> create(OrganizationId organization, AgentSpec spec) {
        return allowed(organization, spec).map(good -> {
            Instant now = nature.clock().instant();
            var blank = new Identity(new AgentId(nature.ids().next()), organization, 1, now);
            Agent agent = agent(blank, good, secrets.first(good.webhookSecret()));
            store.insert(agent);
            enableWebhook(agent);
            return view(agent);
        });
    }

    private Result<AgentView> get(OrganizationId organization, AgentId id) {
        return store.find(organization, id).map(this::view).map(Result::ok).orElseGet(AgentDesk::notFound);
    }

    private Page<AgentView> list(OrganizationId organization, PageRequest page) {
        return store.list(organization, page).map(this::view);
    }

    private Result<AgentView> update(OrganizationId organization, AgentId id, AgentSpec spec, long version) {
        Optional<Agent> before = store.find(organization, id);
        if (before.isEmpty()) {
            return notFound();
        }
        return allowed(organization, spec).then(good -> replace(before.get(), good, version));
    }

    private Result<AgentView> replace(Agent before, AgentSpec spec, long version) {
        WebhookSecret secret = secrets.changed(before.webhookSecret(), spec.webhookSecret(), nature.clock().instant());
        var identity = new Identity(before.id(), before.organization(), version, before.createdAt());
        Agent after = agent(identity, spec, secret);
        if (!store.update(after)) {
            return Result.rejected(Rejection.of(Kind.STALE, "stale", "The agent was changed since it was read."));
        }
        if (spec.savesWebhookUrl()) {
            enableWebhook(after);
        }
        return get(before.organization(), before.id());
    }

    private Result<AgentSpec> allowed(OrganizationId organization, AgentSpec spec) {
        List<FieldError> problems = rules.problems(spec);
        if (!problems.isEmpty()) {
            return Result.rejected(Rejection.invalid(problems));
        }
        boolean unassigned = spec.config()
                .fromNumber()
                .filter(from -> setup.numbers().findByNumber(organization, from).isEmpty())
                .isPresent();
        if (unassigned) {
            return Result.rejected(
                    Rejection.invalid("messagingConfig.fromNumber", "number_not_assigned", "Only an assigned number can be sent from."));
        }
        boolean connected = spec.connection().map(id -> setup.connections().find(organization, id).isPresent()).orElse(true);
        return connected ? Result.ok(spec) : Result.rejected(Rejection.notFound("messaging connection"));
    }

    private Result<AgentId> delete(OrganizationId organization, AgentId id) {
        return store.delete(organization, id) ? Result.ok(id) : notFound();
    }

    private AgentView view(Agent agent) {
        Optional<Instant> disabledAt = webhook(agent).flatMap(webhook -> endpoints.health(webhook).disabledAt());
        return new AgentView(agent, setup.numbers().ofAgent(agent.organization(), agent.id()), disabledAt);
    }

    private void enableWebhook(Agent agent) {
        webhook(agent).ifPresent(endpoints::enable);
    }

    private static Optional<Endpoint> webhook(Agent agent) {
        return agent.config().inboundWebhookUrl().map(url -> new Endpoint(agent.organization(), url));
    }

    /** What of an agent its specification does not say. */
    private record Identity(AgentId id, OrganizationId organization, long version, Instant createdAt) {}

    private Agent agent(Identity identity, AgentSpec spec, WebhookSecret secret) {
        return new Agent(
                identity.id(),
                identity.organization(),
                spec.name(),
                spec.status(),
                spec.connection(),
                spec.config(),
                spec.defaultVariables(),
                secret,
                identity.version(),
                identity.createdAt(),
                nature.clock().instant());
    }

    private static <T> Result<T> notFound() {
        return Result.rejected(Rejection.notFound("agent"));
    }
}
