package dev.parley.testkit.store;

import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.connection.AssignedNumber;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.out.AssignedNumberStore;
import dev.parley.ports.out.ConnectionStore;
import dev.parley.ports.out.IdempotencyStore;

/** Stores that keep settings and requests wrongly. */
final class BrokenSettings {

    private BrokenSettings() {}

    /** Says that a number was assigned that was not. */
    record AssignsTwice(AssignedNumberStore intact) implements Intact.Numbers {
        @Override
        public boolean insert(AssignedNumber number) {
            intact.insert(number);
            return true;
        }
    }

    /** Says that a number moved that did not. */
    record LeavesANumberWhereItWas(AssignedNumberStore intact) implements Intact.Numbers {
        @Override
        public boolean update(AssignedNumber number) {
            return intact.find(number.organization(), number.id()).isPresent();
        }
    }

    /** Lets the last who writes win. */
    record IgnoresTheVersion(ConnectionStore intact) implements Intact.Connections {
        @Override
        public boolean update(Connection c) {
            return intact.find(c.organization(), c.id())
                    .map(stored -> intact.update(new Connection(
                            c.id(),
                            c.organization(),
                            c.provider(),
                            c.name(),
                            c.accountKey(),
                            c.credentials(),
                            c.settings(),
                            stored.version(),
                            c.createdAt(),
                            c.updatedAt())))
                    .orElse(false);
        }
    }

    /** Gives one request the answer of another. */
    record IgnoresTheFingerprint(IdempotencyStore intact) implements Intact.Requests {
        @Override
        public Attempt begin(OrganizationId organization, String key, String fingerprint, MessageId message) {
            return intact.begin(organization, key, "the same", message);
        }
    }

    /** Takes an execution up again under another message, which would be a second text. */
    record RenamesTheMessage(IdempotencyStore intact) implements Intact.Requests {
        @Override
        public Attempt begin(OrganizationId organization, String key, String fingerprint, MessageId message) {
            Attempt attempt = intact.begin(organization, key, fingerprint, message);
            return attempt instanceof Attempt.Execute ? new Attempt.Execute(message) : attempt;
        }
    }
}
