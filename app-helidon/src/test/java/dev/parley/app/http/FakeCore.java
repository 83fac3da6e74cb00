package dev.parley.app.http;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.Cursor;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Rejection;
import dev.parley.ports.Result;
import dev.parley.ports.Secret;
import dev.parley.ports.connection.QuarantinedText;
import dev.parley.ports.connection.SignatureFailure;
import dev.parley.ports.in.CreateOrganization;
import dev.parley.ports.in.ReceiveWebhook;
import dev.parley.ports.in.ReplayQuarantined.Replayed;
import dev.parley.ports.in.UseCases;
import dev.parley.ports.in.WebhookHit;
import dev.parley.ports.organization.Organization;
import dev.parley.ports.organization.Scope;
import dev.parley.ports.spi.Media;
import dev.parley.ports.spi.WebhookAnswer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Use cases that remember what they were asked, for tests of what is before them. */
final class FakeCore {

    static final String OPERATOR_KEY = "operator-key-of-default";
    static final String ADMIN_KEY = "admin-key-of-default";
    static final String OTHER_KEY = "admin-key-of-another-one";
    static final OrganizationId DEFAULT = new OrganizationId(new UUID(1, 1));
    static final OrganizationId OTHER = new OrganizationId(new UUID(1, 2));

    final TestIds ids = new TestIds();
    final TestClock clock = new TestClock();
    final FakeKeys keys = new FakeKeys(ids, clock);
    final FakeNumbers numbers = new FakeNumbers(ids, clock);
    final FakeAgents agents = new FakeAgents(ids, clock, numbers);
    final FakeConnections connections = new FakeConnections(ids, clock);
    final FakeTexts texts = new FakeTexts(ids, clock);
    final FakeDeliveries deliveries = new FakeDeliveries(ids, clock);
    final List<WebhookHit> hits = new CopyOnWriteArrayList<>();
    volatile ReceiveWebhook receiving = _ -> Result.ok(new WebhookAnswer(200, Map.of("Content-Type", "text/xml"), "<Response/>"));

    volatile Function<QuarantinedText, Result<Replayed>> replaying =
            text -> Result.ok(new Replayed(text, Optional.of(new MessageId(ids.next()))));

    private final Shelf<OrganizationId, Organization> organizations = new Shelf<>(
            "organization",
            _ -> DEFAULT,
            Organization::id,
            o -> new Cursor(o.createdAt(), o.id().value()));
    private final Shelf<UUID, QuarantinedText> quarantine = new Shelf<>(
            "text",
            QuarantinedText::organization,
            QuarantinedText::id,
            t -> new Cursor(t.receivedAt(), t.id()));
    private final Shelf<UUID, SignatureFailure> failures = new Shelf<>(
            "failure",
            SignatureFailure::organization,
            SignatureFailure::id,
            f -> new Cursor(f.at(), f.id()));

    FakeCore() {
        keys.add(OPERATOR_KEY, DEFAULT, Scope.ADMIN, Scope.OPERATOR);
        keys.add(ADMIN_KEY, DEFAULT, Scope.ADMIN);
        keys.add(OTHER_KEY, OTHER, Scope.ADMIN);
        for (Scope scope : Scope.values()) {
            keys.add(keyWith(scope), DEFAULT, scope);
        }
    }

    /** A key that may do just that. */
    static String keyWith(Scope scope) {
        return "key-with-" + scope.word();
    }

    UseCases useCases() {
        return new UseCases(
                installation(),
                keys.useCases(),
                connections.useCases(),
                numbers.useCases(),
                agents.useCases(),
                texts.useCases(),
                new UseCases.Carriers(this::receive, quarantine::page, failures::page, quarantine::find, this::replay),
                deliveries.useCases());
    }

    QuarantinedText quarantine() {
        return quarantine.put(
                new QuarantinedText(
                        ids.next(),
                        DEFAULT,
                        new ConnectionId(ids.next()),
                        "SM4",
                        "+12025550123",
                        "+15005550009",
                        "Hello?",
                        List.of(new Media("image/png", "https://media.example/2")),
                        "unknown_number",
                        clock.instant()));
    }

    void refuseSignature() {
        failures.put(
                new SignatureFailure(
                        ids.next(),
                        DEFAULT,
                        new ConnectionId(ids.next()),
                        "https://parley.example/webhooks/twilio/inbound",
                        "Set the public URL.",
                        List.of("https://parley.example/webhooks/twilio/inbound"),
                        Optional.of(
                                "http://parley.example/webhooks/twilio/inbound"),
                        clock.instant()));
    }

    private Result<Replayed> replay(OrganizationId organization, UUID id) {
        return quarantine.find(organization, id).then(text -> replaying.apply(text));
    }

    private Result<WebhookAnswer> receive(WebhookHit hit) {
        hits.add(hit);
        return receiving.receive(hit);
    }

    private UseCases.Installation installation() {
        return new UseCases.Installation(
                _ -> Optional.empty(),
                this::createOrganization,
                page -> organizations.page(DEFAULT, page),
                (id, status) -> organizations.find(DEFAULT, id)
                        .map(o -> organizations.put(new Organization(o.id(), o.name(), status, o.createdAt()))));
    }

    private Result<CreateOrganization.Created> createOrganization(String name) {
        if (name.isBlank()) {
            return Result.rejected(Rejection.invalid("name", "too_short", "Must have 1 to 128 characters."));
        }
        var made = new Organization(new OrganizationId(ids.next()), name, Organization.Status.ACTIVE, clock.instant());
        return Result.ok(new CreateOrganization.Created(organizations.put(made), new Secret("first-key-of-it")));
    }
}
