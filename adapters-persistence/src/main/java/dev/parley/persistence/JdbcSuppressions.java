package dev.parley.persistence;

import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.out.Suppressions;

record JdbcSuppressions(Database database) implements Suppressions {

    @Override
    public boolean isOptedOut(OrganizationId organization, PhoneNumber ours, String contact) {
        var pair = new Consents.Pair(organization, ours, contact);
        return database.read("Suppressions.isOptedOut", session -> Consents.isOptedOut(session, pair));
    }

    @Override
    public void optOut(OrganizationId organization, PhoneNumber ours, String contact, Event event) {
        var pair = new Consents.Pair(organization, ours, contact);
        database.write("Suppressions.optOut", tx -> {
            // A send that has looked for opt-outs already is to be over before this one counts as told.
            Meetings.await(tx, pair);
            Consents.optOut(tx, pair, event);
            return true;
        });
    }

    @Override
    public void optIn(OrganizationId organization, PhoneNumber ours, String contact, Event event) {
        var pair = new Consents.Pair(organization, ours, contact);
        database.write("Suppressions.optIn", tx -> Consents.optIn(tx, pair, event));
    }
}
