package dev.parley.persistence;

import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.out.Suppressions;

record JdbcSuppressions(Database database) implements Suppressions {

    @Override
    public boolean isOptedOut(OrganizationId organization, PhoneNumber ours, String contact) {
        return database.read("Suppressions.isOptedOut", session -> Consents.isOptedOut(session, organization, ours, contact));
    }

    @Override
    public void optOut(OrganizationId organization, PhoneNumber ours, String contact, Event event) {
        database.write("Suppressions.optOut", tx -> {
            // A send that has looked for opt-outs already is to be over before this one counts as told.
            Meetings.await(tx, organization, ours, contact);
            Consents.optOut(tx, organization, ours, contact, event);
            return true;
        });
    }

    @Override
    public void optIn(OrganizationId organization, PhoneNumber ours, String contact, Event event) {
        database.write("Suppressions.optIn", tx -> Consents.optIn(tx, organization, ours, contact, event));
    }
}
