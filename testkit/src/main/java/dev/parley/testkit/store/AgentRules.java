package dev.parley.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.PhoneNumber;
import dev.parley.ports.Secret;
import dev.parley.ports.Variables;
import dev.parley.ports.agent.Agent;
import dev.parley.ports.agent.AgentStatus;
import dev.parley.ports.agent.CustomerEventType;
import dev.parley.ports.agent.InboundMode;
import dev.parley.ports.agent.Manners;
import dev.parley.ports.agent.MessagingConfig;
import dev.parley.ports.agent.QuietHours;
import dev.parley.ports.agent.ReplyLimits;
import dev.parley.ports.agent.WebhookSecret;
import dev.parley.testkit.Rule;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Agents. */
final class AgentRules {

    static final List<Rule<Scene>> RULES = List.of(
            new Rule<>(
                    "A1",
                    "an agent reads as it was stored, with all that can be configured",
                    "the columns or the JSON of its configuration",
                    AgentRules::reads_as_stored),
            new Rule<>(
                    "A2",
                    "an agent with nothing configured reads as it was stored",
                    "defaults that are not asked for",
                    AgentRules::reads_bare_as_stored),
            new Rule<>("A3", "an update replaces everything and raises the version", "update", AgentRules::update_replaces),
            new Rule<>(
                    "A4",
                    "of twenty updates of one version at once, one is made, and later ones are stale",
                    "the version in the where",
                    AgentRules::one_of_twenty_updates),
            new Rule<>(
                    "A5",
                    "the numbers of a removed agent lose their agent",
                    "delete, in one transaction",
                    AgentRules::numbers_are_freed),
            new Rule<>("A6", "what a removed agent said stays", "foreign keys that would forbid or cascade", AgentRules::texts_stay));

    private AgentRules() {}

    private static void reads_as_stored(Scene scene) {
        Agent full = full(scene);
        scene.stores().agents().insert(full);
        assertEquals(Optional.of(full), find(scene, full));
    }

    private static void reads_bare_as_stored(Scene scene) {
        Agent a = scene.samples().agent(scene.home().id(), scene.home().connection().id());
        Agent bare = new Agent(
                a.id(),
                a.organization(),
                "x",
                AgentStatus.ACTIVE,
                Optional.empty(),
                MessagingConfig.DEFAULT,
                Variables.NONE,
                a.webhookSecret(),
                1,
                a.createdAt(),
                a.updatedAt());
        scene.stores().agents().insert(bare);
        assertEquals(Optional.of(bare), find(scene, bare));
    }

    private static void update_replaces(Scene scene) {
        Agent old = scene.home().agent();
        Agent full = full(scene);
        assertTrue(scene.stores().agents().update(as(old, full, old.version())));
        Agent now = find(scene, old).orElseThrow();
        assertEquals(as(now, full, old.version() + 1), now);
    }

    private static void one_of_twenty_updates(Scene scene) {
        Agent old = scene.home().agent();
        List<Boolean> made = Crowd.of(20, _ -> scene.stores().agents().update(old));
        assertEquals(1, made.stream().filter(Boolean::booleanValue).count());
        assertFalse(scene.stores().agents().update(old), "a stale update was made");
        assertEquals(old.version() + 1, find(scene, old).orElseThrow().version());
        assertFalse(scene.stores().agents().update(scene.samples().agent(old.organization(), scene.home().connection().id())),
                "what is not there was updated");
    }

    private static void numbers_are_freed(Scene scene) {
        Agent agent = scene.home().agent();
        assertTrue(scene.stores().agents().delete(scene.home().id(), agent.id()));
        assertFalse(scene.stores().agents().delete(scene.home().id(), agent.id()), "removed twice");
        assertEquals(Optional.empty(), find(scene, agent));
        assertEquals(Optional.empty(), scene.stores().numbers().find(scene.home().id(), scene.home().number().id()).orElseThrow().agent());
        assertEquals(List.of(), scene.stores().numbers().ofAgent(scene.home().id(), agent.id()));
    }

    private static void texts_stay(Scene scene) {
        var in = scene.text();
        var out = scene.draft();
        var lane = scene.receive(in);
        scene.begin(out);
        scene.stores().agents().delete(scene.home().id(), scene.home().agent().id());
        assertEquals(in.arrival().content(), scene.stored(in).content());
        assertEquals(out.draft().content(), scene.stored(out).content());
        assertEquals(in.arrival().contact(), scene.conversation(lane).contact());
    }

    private static Optional<Agent> find(Scene scene, Agent agent) {
        return scene.stores().agents().find(agent.organization(), agent.id());
    }

    private static Agent full(Scene scene) {
        Agent a = scene.samples().agent(scene.home().id(), scene.home().connection().id(), config());
        var variables = new Variables(Map.of("name", "Zoë 👍", "open", true, "tables", 12, "price", 9.5, "owner", Map.of("name", "Ada")));
        var secret = WebhookSecret.of(new Secret("whsec_old")).rotated(new Secret("whsec_new"), scene.now().plus(Duration.ofDays(1)));
        return new Agent(
                a.id(),
                a.organization(),
                "Süd 你好",
                AgentStatus.DISABLED,
                a.connection(),
                a.config(),
                variables,
                secret,
                1,
                a.createdAt(),
                a.updatedAt());
    }

    private static Agent as(Agent identity, Agent content, long version) {
        return new Agent(
                identity.id(),
                identity.organization(),
                content.name(),
                content.status(),
                content.connection(),
                content.config(),
                content.defaultVariables(),
                content.webhookSecret(),
                version,
                identity.createdAt(),
                identity.updatedAt());
    }

    private static MessagingConfig config() {
        var night = new QuietHours(ZoneId.of("America/New_York"), LocalTime.of(22, 30), LocalTime.of(6, 15), QuietHours.Action.SUPPRESS);
        var manners =
                new Manners(Optional.of("A machine. 🤖"), Optional.of("We will call."), Set.of("human", "Людина"), Optional.of(night));
        var prompt = Optional.of("漢".repeat(15_990) + "{{name}} \n");
        var url = Optional.of(URI.create("https://customer.example:8443/texts?a=b&c=%20"));
        var from = Optional.of(new PhoneNumber("+15005550199"));
        var limits = new ReplyLimits(Duration.ofMinutes(5), 10, 1_000_000, 365);
        var events = Set.of(CustomerEventType.values());
        return new MessagingConfig(InboundMode.NOTIFY, prompt, url, from, Optional.of("fast"), limits, manners, events);
    }
}
