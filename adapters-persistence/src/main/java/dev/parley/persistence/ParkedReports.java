package dev.parley.persistence;

import dev.parley.ports.OrganizationId;
import java.util.List;

/** Reports about texts that nobody knows: of another program that sends through the same account, say. */
record ParkedReports(Database database) {

    private static final Sql ALL_ORGANIZATIONS = Sql.of("ParkedReports.allOrganizations", "SELECT id FROM organization");

    /** By organization, since that is how they are found: an index for it alone would cost every send. */
    private static final Sql FORGET = Sql.of("ParkedReports.forget", """
            DELETE FROM part
            WHERE org_id = :org AND message_id IS NULL AND created_at < TIMESTAMPADD(HOUR, -72, {now}) LIMIT 500""");

    /** Removes those that have waited for their text long enough, a few at a time so that nobody waits for it. */
    void forgetOld() {
        List<OrganizationId> all = database.read(
                "ParkedReports.allOrganizations",
                session -> session.on(ALL_ORGANIZATIONS).list(row -> row.id("id", OrganizationId::new)));
        all.forEach(this::forgetOld);
    }

    private void forgetOld(OrganizationId organization) {
        long forgotten;
        do {
            forgotten = database.change("ParkedReports.forget", session -> session.on(FORGET).set("org", organization).run());
        } while (forgotten > 0);
    }
}
