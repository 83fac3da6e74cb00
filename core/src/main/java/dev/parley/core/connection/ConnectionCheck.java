package dev.parley.core.connection;

import dev.parley.core.world.CarriedNumbers;
import dev.parley.core.world.WebhookAddresses;
import dev.parley.core.world.World;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.Rejection;
import dev.parley.ports.Result;
import dev.parley.ports.connection.AssignedNumber;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.in.CheckConnection;
import dev.parley.ports.in.ConnectionReport;
import dev.parley.ports.spi.SelfCheck.Expected;
import dev.parley.ports.spi.SelfCheck.Finding;
import dev.parley.ports.spi.SelfCheck.Grade;
import dev.parley.ports.spi.SelfCheck.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts together what the provider of a connection says about it and what is known here. Thread-safe. */
final class ConnectionCheck implements CheckConnection {

    private static final Rejection TOO_SOON = Rejection.of(
            Rejection.Kind.TOO_SOON,
            "checked_just_now",
            "This connection is being checked, or was a moment ago: each time its provider is asked.");

    private static final Finding NO_NUMBER = Finding.of(
            Point.NUMBER,
            Grade.UNKNOWN,
            "This connection carries no phone number, so no text that comes in finds its way: assign one with POST /v1/phone-numbers.");

    private final World world;
    private final Inquiry inquiry;
    private final RecentForgeries forgeries;
    private final Turns turns;

    ConnectionCheck(World world) {
        this.world = world;
        this.inquiry = new Inquiry(world.peers().providers(), world.nature().tasks());
        this.forgeries = new RecentForgeries(world);
        this.turns = new Turns(world.nature().clock());
    }

    @Override
    public Result<ConnectionReport> check(OrganizationId organization, ConnectionId id) {
        Optional<Connection> found = world.setup().connections().find(organization, id);
        if (found.isEmpty()) {
            return ConnectionDesk.notFound();
        }
        return turns.take(id, () -> report(found.get())).map(Result::ok).orElseGet(() -> Result.rejected(TOO_SOON));
    }

    private ConnectionReport report(Connection connection) {
        WebhookAddresses webhooks = world.nature().webhooks(connection);
        var expected = new Expected(numbers(connection), webhooks.allInbound(), webhooks.allStatus());
        var findings = new ArrayList<>(inquiry.ask(connection, expected));
        if (expected.numbers().isEmpty()) {
            findings.removeIf(finding -> finding.point() == Point.NUMBER && finding.grade() == Grade.UNKNOWN);
            if (findings.stream().noneMatch(finding -> finding.point() == Point.NUMBER)) {
                findings.add(NO_NUMBER);
            }
        }
        forgeries.finding(connection).ifPresent(bad -> {
            // What the provider says it does is of no use as long as we do not believe it.
            findings.removeIf(finding -> finding.point() == Point.SIGNING && finding.grade() != Grade.BAD);
            findings.add(bad);
        });
        findings.sort(Comparator.comparing(Finding::point));
        return new ConnectionReport(findings, world.nature().clock().instant());
    }

    private List<PhoneNumber> numbers(Connection connection) {
        return CarriedNumbers.of(connection, world.setup()).stream().map(AssignedNumber::number).toList();
    }
}
