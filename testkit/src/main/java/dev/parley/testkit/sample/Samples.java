package dev.parley.testkit.sample;

import dev.parley.ports.Address;
import dev.parley.ports.AgentId;
import dev.parley.ports.AssignedNumberId;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.DeliveryId;
import dev.parley.ports.Encoding;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.Secret;
import dev.parley.ports.Variables;
import dev.parley.ports.agent.Agent;
import dev.parley.ports.agent.AgentStatus;
import dev.parley.ports.agent.InboundMode;
import dev.parley.ports.agent.Manners;
import dev.parley.ports.agent.MessagingConfig;
import dev.parley.ports.agent.ReplyLimits;
import dev.parley.ports.agent.WebhookSecret;
import dev.parley.ports.connection.AssignedNumber;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.connection.QuarantinedText;
import dev.parley.ports.connection.SignatureFailure;
import dev.parley.ports.message.Content;
import dev.parley.ports.notify.Delivery;
import dev.parley.ports.notify.DeliveryStatus;
import dev.parley.ports.organization.Organization;
import dev.parley.ports.out.IdSource;
import dev.parley.ports.out.TextPart;
import dev.parley.ports.spi.Media;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import dev.parley.testkit.fake.FakeProviders;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes things that are good enough for a test: each with an id, and where it needs one a number or name, that no other thing
 * from here has. Nothing is stored by it. Thread-safe.
 */
public final class Samples {

    /** The prompt of every agent from here; it holds one variable, {@code name}. */
    public static final String PROMPT = "You are {{name}}, a friendly receptionist.";

    /** The secret that the webhooks of every connection from here carry. */
    public static final String WEBHOOK_SECRET = "a-secret-for-webhooks";

    private static final Secret SIGNING_SECRET = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    private final IdSource ids;
    private final InstantSource clock;
    private final AtomicInteger numbers = new AtomicInteger();

    /** Samples with ids from {@code ids}, made at the time of {@code clock}. */
    public Samples(IdSource ids, InstantSource clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** The time as stores keep it: in whole microseconds. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** A business with everything that it needs to be texted; its agent answers by itself. */
    public Tenant tenant() {
        Organization organization = organization();
        Connection connection = connection(organization.id());
        Agent agent = agent(organization.id(), connection.id());
        return new Tenant(organization, connection, agent, number(connection, agent));
    }

    /** An active organization. */
    public Organization organization() {
        var id = new OrganizationId(ids.next());
        return new Organization(id, "Organization " + id, Organization.Status.ACTIVE, now());
    }

    /** A connection to an account of its own at the fake provider. */
    public Connection connection(OrganizationId organization) {
        var id = new ConnectionId(ids.next());
        String account = "AC" + id;
        var credentials = Map.of(FakeProviders.ACCOUNT, new Secret(account), FakeProviders.SECRET, new Secret(WEBHOOK_SECRET));
        return new Connection(
                id,
                organization,
                FakeProviders.NAME,
                "Main account",
                Optional.of(account),
                credentials,
                Map.of(),
                1,
                now(),
                now());
    }

    /** An active agent in mode {@code auto_reply}. */
    public Agent agent(OrganizationId organization, ConnectionId connection) {
        return agent(organization, connection, config(InboundMode.AUTO_REPLY));
    }

    /** An active agent of that configuration. */
    public Agent agent(OrganizationId organization, ConnectionId connection, MessagingConfig config) {
        return new Agent(
                new AgentId(ids.next()),
                organization,
                "Reception",
                AgentStatus.ACTIVE,
                Optional.of(connection),
                config,
                new Variables(Map.of("name", "Ada")),
                WebhookSecret.of(SIGNING_SECRET),
                1,
                now(),
                now());
    }

    /** What an agent of that mode needs, and defaults for the rest. */
    public static MessagingConfig config(InboundMode mode) {
        return new MessagingConfig(
                mode,
                Optional.of(PROMPT),
                Optional.of(URI.create("https://customer.example/texts")),
                Optional.empty(),
                Optional.empty(),
                ReplyLimits.DEFAULT,
                Manners.DEFAULT,
                Set.of());
    }

    /** A number that the connection carries and nobody answers. */
    public AssignedNumber number(Connection connection) {
        return new AssignedNumber(
                new AssignedNumberId(ids.next()),
                connection.organization(),
                ourNumber(),
                connection.id(),
                Optional.empty(),
                1,
                now(),
                now());
    }

    /** A number that the connection carries and the agent answers. */
    public AssignedNumber number(Connection connection, Agent agent) {
        AssignedNumber n = number(connection);
        return new AssignedNumber(
                n.id(),
                n.organization(),
                n.number(),
                n.connection(),
                Optional.of(agent.id()),
                1,
                n.createdAt(),
                n.updatedAt());
    }

    /** A number of ours that no other thing from here has. */
    public PhoneNumber ourNumber() {
        return new PhoneNumber("+1500555%04d".formatted(numbers.incrementAndGet()));
    }

    /** A number of a person that no other thing from here has. */
    public PhoneNumber contact() {
        return new PhoneNumber("+1415555%04d".formatted(numbers.incrementAndGet()));
    }

    /** A text that comes in; see {@link ArrivalSample}. */
    public ArrivalSample arrival(Tenant tenant) {
        return ArrivalSample.of(tenant, contact(), ids, now());
    }

    /** A part of a text that comes in to the tenant's connection. */
    public TextPart part(Tenant tenant, InboundText text) {
        var from = new Address(text.from());
        return new TextPart(ids.next(), tenant.id(), tenant.connection().id(), from, new Address(text.to()), text);
    }

    /** A text of ours; see {@link DraftSample}. */
    public DraftSample draft(Tenant tenant) {
        return DraftSample.of(tenant, contact(), ids, now());
    }

    /** A delivery that tells the tenant's business of a text, not yet tried. */
    public Delivery delivery(Tenant tenant, MessageId about) {
        var url = URI.create("https://customer.example/texts");
        return new Delivery(
                new DeliveryId(ids.next()),
                tenant.id(),
                tenant.agent().id(),
                "message_received",
                about,
                url,
                "{\"event\":\"message_received\"}",
                DeliveryStatus.PENDING,
                List.of(),
                Optional.of(now()),
                now());
    }

    /** A text to a number of the tenant's connection that is nobody's. */
    public QuarantinedText quarantined(Tenant tenant, Instant at) {
        UUID id = ids.next();
        return new QuarantinedText(
                id,
                tenant.id(),
                tenant.connection().id(),
                "in-" + id,
                contact().e164(),
                ourNumber().e164(),
                "Hello?",
                List.of(new Media("image/png", "https://provider.example/1")),
                "unknown_number",
                at);
    }

    /** A webhook to the tenant's connection that was signed for another address. */
    public SignatureFailure signatureFailure(Tenant tenant, Instant at) {
        return new SignatureFailure(
                ids.next(),
                tenant.id(),
                tenant.connection().id(),
                "https://parley.example/in",
                "Signed for http.",
                List.of(
                        "https://parley.example/in",
                        "https://parley.example:443/in"),
                Optional.of("http://parley.example/in"),
                at);
    }

    /** Those words, as a text of one segment without media. */
    public static Content content(String body) {
        boolean plain = body.chars().allMatch(c -> c < 128);
        return new Content(body, plain ? Encoding.GSM_7 : Encoding.UCS_2, 1, List.of());
    }
}
