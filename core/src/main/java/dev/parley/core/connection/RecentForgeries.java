package dev.parley.core.connection;

import dev.parley.core.world.World;
import dev.parley.ports.PageRequest;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.connection.SignatureFailure;
import dev.parley.ports.message.Direction;
import dev.parley.ports.message.MessageFilter;
import dev.parley.ports.spi.SelfCheck.Finding;
import dev.parley.ports.spi.SelfCheck.Grade;
import dev.parley.ports.spi.SelfCheck.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether webhooks of a connection were lately refused, and no text has come in since. Thread-safe. */
final class RecentForgeries {

    private static final Duration LATELY = Duration.ofDays(1);

    private final World world;

    RecentForgeries(World world) {
        this.world = world;
    }

    /** Looks at the latest page of failures and of texts alone: who has more of them than that has looked there already. */
    Optional<Finding> finding(Connection connection) {
        List<SignatureFailure> recent = recent(connection);
        if (recent.isEmpty() || isBelieved(connection, recent.getFirst().at())) {
            return Optional.empty();
        }
        String detail = "Webhooks refused in the last 24 hours because of their signatures: " + recent.size()
                + ". No text has come in since. GET /v1/signature-failures says what to change.";
        return Optional.of(Finding.of(Point.SIGNING, Grade.BAD, detail));
    }

    private List<SignatureFailure> recent(Connection connection) {
        Instant since = world.nature().clock().instant().minus(LATELY);
        return world.traffic()
                .signatureFailures()
                .list(connection.organization(), PageRequest.FIRST)
                .items()
                .stream()
                .filter(failure -> failure.connection().equals(connection.id()) && failure.at().isAfter(since))
                .toList();
    }

    private boolean isBelieved(Connection connection, Instant since) {
        return world.traffic()
                .messages()
                .list(connection.organization(), textsSince(since), PageRequest.FIRST)
                .items()
                .stream()
                .anyMatch(text -> text.header().connection().equals(connection.id()));
    }

    private static MessageFilter textsSince(Instant since) {
        MessageFilter all = MessageFilter.ALL;
        return new MessageFilter(
                all.conversation(),
                all.agent(),
                all.contact(),
                Optional.of(Direction.INBOUND),
                all.status(),
                Optional.of(since),
                all.until());
    }
}
