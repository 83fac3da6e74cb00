package dev.parley.core.simulation;

import dev.parley.ports.agent.Agent;
import dev.parley.ports.agent.InboundMode;
import dev.parley.ports.agent.Manners;
import dev.parley.ports.agent.MessagingConfig;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.organization.Organization;
import dev.parley.testkit.sample.Samples;
import dev.parley.testkit.sample.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The businesses of a simulation. Each has a word that nobody else may ever hear. */
final class Population {

    private static final Pattern CANARY = Pattern.compile("canary#\\d+\\.");

    private final Stage stage;

    Population(Stage stage) {
        this.stage = stage;
    }

    /** One that answers by itself, one that does and has words for when its model fails, and one that wants to be told. */
    List<Tenant> settle() {
        List<Tenant> all = List.of(
                tenant(Samples.config(InboundMode.AUTO_REPLY)),
                tenant(withFallback(Samples.config(InboundMode.AUTO_REPLY))),
                tenant(Samples.config(InboundMode.NOTIFY)));
        all.forEach(stage.stores::insert);
        return all;
    }

    /** The word of a business. */
    static String canary(Tenant tenant) {
        return canary(tenant.organization());
    }

    /** The words of businesses that a text holds. */
    static Stream<String> canariesIn(String text) {
        return CANARY.matcher(text).results().map(MatchResult::group).distinct();
    }

    private static String canary(Organization organization) {
        return "canary" + Brief.id(organization.id().value()) + ".";
    }

    private Tenant tenant(MessagingConfig config) {
        Organization organization = stage.samples.organization();
        Connection connection = stage.samples.connection(organization.id());
        Agent agent = stage.samples.agent(organization.id(), connection.id(), prompted(config, canary(organization)));
        return new Tenant(organization, connection, agent, stage.samples.number(connection, agent));
    }

    private static MessagingConfig prompted(MessagingConfig c, String canary) {
        return new MessagingConfig(
                c.inboundMode(),
                Optional.of("You know the word " + canary),
                c.inboundWebhookUrl(),
                c.fromNumber(),
                c.model(),
                c.limits(),
                c.manners(),
                c.events());
    }

    private static MessagingConfig withFallback(MessagingConfig c) {
        return new MessagingConfig(
                c.inboundMode(),
                c.smsPrompt(),
                c.inboundWebhookUrl(),
                c.fromNumber(),
                c.model(),
                c.limits(),
                new Manners(Optional.empty(), Optional.of("We call you back."), Set.of(), Optional.empty()),
                c.events());
    }
}
