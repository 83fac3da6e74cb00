package dev.parley.persistence;

import dev.parley.ports.AgentId;
import dev.parley.ports.AssignedNumberId;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.connection.AssignedNumber;

/** Assigned numbers as rows. */
final class NumberRows {

    /** What {@link #number} reads, under names that leave room for other tables in the same answer. */
    static final String COLUMNS = """
            n.org_id AS number_org_id, n.id AS number_id, n.number AS number_number, n.connection_id AS number_connection_id,
            n.agent_id AS number_agent_id, n.version AS number_version, n.created_at AS number_created_at,
            n.updated_at AS number_updated_at""";

    static final Listing.Order ORDER = Listing.Order.by("n", "number_");

    private NumberRows() {}

    static AssignedNumber number(Row row) {
        return new AssignedNumber(
                row.id("number_id", AssignedNumberId::new),
                row.id("number_org_id", OrganizationId::new),
                new PhoneNumber(
                        row.text("number_number")),
                row.id("number_connection_id", ConnectionId::new),
                row.optionalId(
                        "number_agent_id",
                        AgentId::new),
                row.number("number_version"),
                row.moment("number_created_at"),
                row.moment("number_updated_at"));
    }
}
