package dev.parley.testkit.sample;

import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.agent.Agent;
import dev.parley.ports.connection.AssignedNumber;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.organization.Organization;

/**
 * A business that can be texted: one connection that carries one number that one agent answers. Immutable.
 *
 * @param organization the business
 * @param connection its account at the fake provider
 * @param agent who answers
 * @param number where
 */
public record Tenant(Organization organization, Connection connection, Agent agent, AssignedNumber number) {

    /** The organization's identity. */
    public OrganizationId id() {
        return organization.id();
    }

    /** The number itself. */
    public PhoneNumber ours() {
        return number.number();
    }

    /** The same with another agent. */
    public Tenant with(Agent other) {
        return new Tenant(organization, connection, other, number);
    }

    /** The same with another connection. */
    public Tenant with(Connection other) {
        return new Tenant(organization, other, agent, number);
    }
}
