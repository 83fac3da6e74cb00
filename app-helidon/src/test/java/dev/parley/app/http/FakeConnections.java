package dev.parley.app.http;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.Cursor;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.Rejection;
import dev.parley.ports.Result;
import dev.parley.ports.Secret;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.in.ConnectionPatch;
import dev.parley.ports.in.ConnectionReport;
import dev.parley.ports.in.ConnectionSpec;
import dev.parley.ports.in.UseCases;
import dev.parley.ports.out.IdSource;
import dev.parley.ports.spi.ProviderDescription;
import dev.parley.ports.spi.ProviderDescription.Capability;
import dev.parley.ports.spi.SelfCheck.Finding;
import dev.parley.ports.spi.SelfCheck.Grade;
import dev.parley.ports.spi.SelfCheck.Point;
import dev.parley.ports.spi.SettingKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Connections in memory, and one provider. */
final class FakeConnections {

    static final ProviderDescription TWILIO = ProviderDescription.of("twilio", "Twilio")
            .able(Capability.HANDLES_KEYWORDS, Capability.JOINS_PARTS, Capability.SIGNS_WEBHOOKS, Capability.REPORTS_DELIVERY)
            .needing(
                    SettingKey.credential("accountSid", "On the front page of the console.").asRequired().asAccountKey(),
                    SettingKey.secret("authToken", "Below it.").asRequired(),
                    SettingKey.setting("region", "Where.").oneOf("us1", "ie1"));

    final Shelf<ConnectionId, Connection> shelf = new Shelf<>(
            "messaging connection",
            Connection::organization,
            Connection::id,
            c -> new Cursor(c.createdAt(), c.id().value()));

    volatile Function<Connection, Result<ConnectionReport>> checking = _ -> Result.ok(report());

    private final IdSource ids;
    private final TestClock clock;

    FakeConnections(IdSource ids, TestClock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    UseCases.Connections useCases() {
        return new UseCases.Connections(
                () -> List.of(TWILIO),
                this::create,
                shelf::find,
                shelf::page,
                this::update,
                shelf::remove,
                (organization, id) -> shelf.find(organization, id).then(checking));
    }

    private Result<Connection> create(OrganizationId organization, ConnectionSpec spec) {
        clock.advance(Duration.ofSeconds(1));
        return Result.ok(
                shelf.put(
                        new Connection(
                                new ConnectionId(ids.next()),
                                organization,
                                spec.provider(),
                                spec.name(),
                                Optional.empty(),
                                spec.credentials(),
                                spec.settings(),
                                1,
                                clock.instant(),
                                clock.instant())));
    }

    private ConnectionReport report() {
        var number = Finding.of(Point.NUMBER, Grade.UNKNOWN, "Ask them.").about(new PhoneNumber("+15005550006"));
        return new ConnectionReport(List.of(Finding.of(Point.CREDENTIALS, Grade.GOOD, "Fine."), number), clock.instant());
    }

    private Result<Connection> update(OrganizationId organization, ConnectionId id, ConnectionPatch patch) {
        return shelf.find(organization, id)
                .then(
                        c -> patch.ifVersion().orElse(c.version()) == c.version() ? Result.ok(shelf.put(next(c, patch))) : Result.rejected(
                                Rejection.of(Rejection.Kind.STALE, "stale", "It was changed.")));
    }

    private Connection next(Connection c, ConnectionPatch patch) {
        Map<String, Secret> credentials = new HashMap<>(c.credentials());
        patch.credentials().forEach((name, value) -> change(credentials, name, value.filter(v -> !isMasked(c, name, v)), value.isEmpty()));
        Map<String, String> settings = new HashMap<>(c.settings());
        patch.settings().forEach((name, value) -> change(settings, name, value, value.isEmpty()));
        return new Connection(
                c.id(),
                c.organization(),
                c.provider(),
                patch.name().orElse(c.name()),
                c.accountKey(),
                credentials,
                settings,
                c
                        .version() + 1,
                c.createdAt(),
                clock.instant());
    }

    private static <T> void change(Map<String, T> values, String name, Optional<T> value, boolean removed) {
        value.ifPresent(v -> values.put(name, v));
        if (removed) {
            values.remove(name);
        }
    }

    private static boolean isMasked(Connection connection, String name, Secret sent) {
        return Optional.ofNullable(connection.credentials().get(name)).map(Secret::masked).equals(Optional.of(sent.reveal()));
    }
}
