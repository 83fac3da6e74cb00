package dev.parley.core.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.parley.core.rig.Rig;
import dev.parley.ports.AgentId;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.FieldError;
import dev.parley.ports.PageRequest;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.Rejection.Kind;
import dev.parley.ports.Result;
import dev.parley.ports.Secret;
import dev.parley.ports.Variables;
import dev.parley.ports.agent.AgentStatus;
import dev.parley.ports.agent.InboundMode;
import dev.parley.ports.agent.Manners;
import dev.parley.ports.agent.MessagingConfig;
import dev.parley.ports.agent.ReplyLimits;
import dev.parley.ports.in.AgentSpec;
import dev.parley.ports.in.AgentView;
import dev.parley.ports.in.SecretChange;
import dev.parley.ports.in.UseCases;
import dev.parley.testkit.fake.FakeCustomerWebhooks;
import dev.parley.testkit.fake.FakeModels;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AgentDeskTest {

    private static final SecretChange KEEP = new SecretChange.Keep();

    private final Rig rig = new Rig();
    private final UseCases.Agents agents = rig.useCases().agents();

    @Test
    void an_agent_is_made_read_listed_changed_and_removed() {
        AgentView made = Rig.value(agents.create().create(rig.tenant.id(), spec("Ada", MessagingConfig.DEFAULT)));
        AgentId id = made.agent().id();

        assertEquals(made, Rig.value(agents.get().get(rig.tenant.id(), id)));
        assertEquals(2, agents.list().list(rig.tenant.id(), PageRequest.FIRST).items().size());
        AgentView changed = Rig.value(agents.update().update(rig.tenant.id(), id, spec("Bea", MessagingConfig.DEFAULT), 1));
        assertEquals("Bea", changed.agent().name());
        assertEquals(2, changed.agent().version());
        assertEquals(made.agent().webhookSecret(), changed.agent().webhookSecret());
        Rig.value(agents.delete().delete(rig.tenant.id(), id));
        assertEquals(Kind.NOT_FOUND, Rig.rejection(agents.get().get(rig.tenant.id(), id)).kind());
        assertEquals(Kind.NOT_FOUND, Rig.rejection(agents.delete().delete(rig.tenant.id(), id)).kind());
    }

    @Test
    void an_agent_comes_with_its_numbers() {
        assertEquals(List.of(rig.tenant.number()), Rig.value(agents.get().get(rig.tenant.id(), rig.tenant.agent().id())).numbers());
    }

    @Test
    void who_read_an_older_version_is_told() {
        AgentId id = rig.tenant.agent().id();
        Rig.value(agents.update().update(rig.tenant.id(), id, spec("A", MessagingConfig.DEFAULT), 1));

        assertEquals(Kind.STALE, Rig.rejection(agents.update().update(rig.tenant.id(), id, spec("B", MessagingConfig.DEFAULT), 1)).kind());
    }

    @Test
    void anothers_agent_is_not_there() {
        var other = rig.samples.organization().id();
        AgentId id = rig.tenant.agent().id();

        assertEquals(Kind.NOT_FOUND, Rig.rejection(agents.get().get(other, id)).kind());
        assertEquals(Kind.NOT_FOUND, Rig.rejection(agents.update().update(other, id, spec("A", MessagingConfig.DEFAULT), 1)).kind());
    }

    @Test
    void the_secret_changes_only_when_it_is_asked_to() {
        AgentId id = rig.tenant.agent().id();
        var before = rig.tenant.agent().webhookSecret().current();
        var renewed = Rig.value(agents.update().update(rig.tenant.id(), id, spec(new SecretChange.Renew()), 1)).agent().webhookSecret();

        assertNotEquals(before, renewed.current());
        assertEquals(Optional.of(before), renewed.previous());
    }

    @Test
    void what_a_mode_needs_must_be_there() {
        var bare = MessagingConfig.DEFAULT;

        assertEquals(List.of("messagingConfig.smsPrompt"), fields(mode(bare, InboundMode.AUTO_REPLY)));
        assertEquals(List.of("messagingConfig.inboundWebhookUrl"), fields(mode(bare, InboundMode.NOTIFY)));
    }

    @Test
    void every_value_out_of_its_bounds_is_named() {
        var limits = new ReplyLimits(Duration.ofSeconds(301), 11, 0, -1);
        var manners = new Manners(Optional.of("x".repeat(1601)), Optional.of("x".repeat(1601)), Set.of(" "), Optional.empty());
        var url = URI.create("https://" + FakeCustomerWebhooks.FORBIDDEN_HOST + "/");
        var config = new MessagingConfig(
                InboundMode.OFF,
                Optional.of("x".repeat(16_001)),
                Optional.of(url),
                Optional.empty(),
                Optional.of("no such model"),
                limits,
                manners,
                Set.of());

        assertEquals(
                List.of(
                        "messagingConfig.smsPrompt",
                        "messagingConfig.inboundWebhookUrl",
                        "messagingConfig.model",
                        "messagingConfig.replyDelaySeconds",
                        "messagingConfig.maxSegments",
                        "messagingConfig.maxRepliesPerHour",
                        "messagingConfig.conversationIdleResetDays",
                        "messagingConfig.disclosure",
                        "messagingConfig.fallbackText",
                        "messagingConfig.handoffKeywords"),
                fields(config));
    }

    @Test
    void only_an_assigned_number_can_be_sent_from() {
        assertEquals(List.of(), fields(from(rig.tenant.ours())));
        assertEquals(List.of("messagingConfig.fromNumber"), fields(from(rig.samples.ourNumber())));
    }

    @Test
    void a_configured_model_can_be_chosen() {
        var config = new MessagingConfig(
                InboundMode.OFF,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(FakeModels.OTHER),
                ReplyLimits.DEFAULT,
                Manners.DEFAULT,
                Set.of());

        assertEquals(List.of(), fields(config));
    }

    @Test
    void a_weak_secret_and_an_unknown_connection_are_refused() {
        var weak = spec(new SecretChange.Set(new Secret("whsec_weak")));
        var nowhere = new AgentSpec(
                "A",
                AgentStatus.ACTIVE,
                Optional.of(new ConnectionId(new UUID(1, 2))),
                MessagingConfig.DEFAULT,
                Variables.NONE,
                KEEP);

        assertEquals("not_allowed", Rig.rejection(agents.create().create(rig.tenant.id(), weak)).code());
        assertEquals(Kind.NOT_FOUND, Rig.rejection(agents.create().create(rig.tenant.id(), nowhere)).kind());
    }

    private List<String> fields(MessagingConfig config) {
        var result = agents.create().create(rig.tenant.id(), spec("A", config));
        return result instanceof Result.Ok<?> ? List.of() : Rig.rejection(result).fields().stream().map(FieldError::field).toList();
    }

    private static AgentSpec spec(String name, MessagingConfig config) {
        return new AgentSpec(name, AgentStatus.ACTIVE, Optional.empty(), config, Variables.NONE, KEEP);
    }

    private static AgentSpec spec(SecretChange change) {
        return new AgentSpec("A", AgentStatus.ACTIVE, Optional.empty(), MessagingConfig.DEFAULT, Variables.NONE, change);
    }

    private static MessagingConfig from(PhoneNumber number) {
        var c = MessagingConfig.DEFAULT;
        return new MessagingConfig(
                c.inboundMode(),
                c.smsPrompt(),
                c.inboundWebhookUrl(),
                Optional.of(number),
                c.model(),
                c.limits(),
                c.manners(),
                c.events());
    }

    private static MessagingConfig mode(MessagingConfig c, InboundMode mode) {
        return new MessagingConfig(
                mode,
                c.smsPrompt(),
                c.inboundWebhookUrl(),
                c.fromNumber(),
                c.model(),
                c.limits(),
                c.manners(),
                c.events());
    }
}
