package dev.parley.testkit.store;

import dev.parley.ports.ApiKeyId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.agent.Agent;
import dev.parley.ports.connection.AssignedNumber;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.connection.QuarantinedText;
import dev.parley.ports.connection.SignatureFailure;
import dev.parley.ports.conversation.ConversationFilter;
import dev.parley.ports.message.MessageFilter;
import dev.parley.ports.organization.ApiKey;
import dev.parley.ports.organization.Organization;
import dev.parley.ports.organization.Scope;
import dev.parley.testkit.sample.ArrivalSample;
import dev.parley.testkit.sample.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A list that comes in pages.
 *
 * @param rows what is listed
 * @param adding adds a row
 * @param reading reads a page
 */
record Listing(String rows, Adding adding, Reading reading) {

    static final List<Listing> OF_TENANTS = List.of(
            new Listing(
                    "keys",
                    Listing::addKey,
                    (scene, tenant, page) -> scene.stores()
                            .apiKeys()
                            .list(tenant.id(), page)
                            .map(k -> new Row(k.id().value(), k.createdAt()))),
            new Listing(
                    "connections",
                    Listing::addConnection,
                    (scene, tenant, page) -> scene.stores()
                            .connections()
                            .list(tenant.id(), page)
                            .map(c -> new Row(c.id().value(), c.createdAt()))),
            new Listing(
                    "numbers",
                    Listing::addNumber,
                    (scene, tenant, page) -> scene.stores()
                            .numbers()
                            .list(tenant.id(), page)
                            .map(n -> new Row(n.id().value(), n.createdAt()))),
            new Listing(
                    "agents",
                    Listing::addAgent,
                    (scene, tenant, page) -> scene.stores()
                            .agents()
                            .list(tenant.id(), page)
                            .map(a -> new Row(a.id().value(), a.createdAt()))),
            new Listing(
                    "messages",
                    (scene, tenant, at) -> addText(scene, tenant, at).arrival().id().value(),
                    (scene, tenant, page) -> scene.stores()
                            .messages()
                            .list(tenant.id(), MessageFilter.ALL, page)
                            .map(m -> new Row(m.id().value(), m.header().createdAt()))),
            new Listing(
                    "conversations",
                    (scene, tenant, at) -> addText(scene, tenant, at).arrival().newConversation().value(),
                    (scene, tenant, page) -> scene.stores()
                            .conversations()
                            .list(tenant.id(), ConversationFilter.ALL, page)
                            .map(c -> new Row(c.id().value(), c.createdAt()))),
            new Listing(
                    "quarantined texts",
                    Listing::addQuarantined,
                    (scene, tenant, page) -> scene.stores().quarantine().list(tenant.id(), page).map(t -> new Row(t.id(), t.receivedAt()))),
            new Listing(
                    "signature failures",
                    Listing::addSignatureFailure,
                    (scene, tenant, page) -> scene.stores().signatureFailures().list(tenant.id(), page).map(f -> new Row(f.id(), f.at()))));

    static final Listing OF_ORGANIZATIONS = new Listing(
            "organizations",
            (scene, _, at) -> addOrganization(scene, at),
            (scene, _, page) -> scene.stores().organizations().list(page).map(o -> new Row(o.id().value(), o.createdAt())));

    private static UUID addOrganization(Scene scene, Instant at) {
        Organization o = scene.samples().organization();
        scene.stores().organizations().insert(new Organization(o.id(), o.name(), o.status(), at));
        return o.id().value();
    }

    private static UUID addKey(Scene scene, Tenant tenant, Instant at) {
        var key = new ApiKey(new ApiKeyId(scene.ids().next()), tenant.id(), "Key", Set.of(Scope.ADMIN), Optional.empty(), at);
        scene.stores().apiKeys().insert(key, "%064x".formatted(key.id().value().getLeastSignificantBits()));
        return key.id().value();
    }

    private static UUID addConnection(Scene scene, Tenant tenant, Instant at) {
        Connection c = scene.samples().connection(tenant.id());
        scene.stores()
                .connections()
                .insert(new Connection(
                        c.id(),
                        c.organization(),
                        c.provider(),
                        c.name(),
                        c.accountKey(),
                        c.credentials(),
                        c.settings(),
                        1,
                        at,
                        at));
        return c.id().value();
    }

    private static UUID addNumber(Scene scene, Tenant tenant, Instant at) {
        AssignedNumber n = scene.samples().number(tenant.connection());
        scene.stores().numbers().insert(new AssignedNumber(n.id(), n.organization(), n.number(), n.connection(), n.agent(), 1, at, at));
        return n.id().value();
    }

    private static UUID addAgent(Scene scene, Tenant tenant, Instant at) {
        Agent a = scene.samples().agent(tenant.id(), tenant.connection().id());
        scene.stores()
                .agents()
                .insert(new Agent(
                        a.id(),
                        a.organization(),
                        a.name(),
                        a.status(),
                        a.connection(),
                        a.config(),
                        a.defaultVariables(),
                        a.webhookSecret(),
                        1,
                        at,
                        at));
        return a.id().value();
    }

    private static ArrivalSample addText(Scene scene, Tenant tenant, Instant at) {
        ArrivalSample text = scene.samples().arrival(tenant).to(Scene.AT_ONCE).at(at);
        scene.stores().inbox().accept(text.arrival());
        return text;
    }

    private static UUID addQuarantined(Scene scene, Tenant tenant, Instant at) {
        QuarantinedText text = scene.samples().quarantined(tenant, at);
        scene.stores().quarantine().hold(text);
        return text.id();
    }

    private static UUID addSignatureFailure(Scene scene, Tenant tenant, Instant at) {
        SignatureFailure failure = scene.samples().signatureFailure(tenant, at);
        scene.stores().signatureFailures().record(failure);
        return failure.id();
    }

    /** Adds a row of that time, and names it. */
    @FunctionalInterface
    interface Adding {
        UUID add(Scene scene, Tenant tenant, Instant at);
    }

    /** Reads a page. */
    @FunctionalInterface
    interface Reading {
        Page<Row> read(Scene scene, Tenant tenant, PageRequest page);
    }

    /** What a row is called and when it was made. */
    record Row(UUID id, Instant at) {}
}
