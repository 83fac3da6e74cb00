package dev.parley.ports.out;

import dev.parley.ports.AgentId;
import dev.parley.ports.AssignedNumberId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.connection.AssignedNumber;
import java.util.List;
import java.util.Optional;

/** Keeps assigned numbers; a number belongs to one organization only. Thread-safe. */
public interface AssignedNumberStore {

    /**
     * Adds one.
     *
     * @return false when the number is assigned already, by whomever
     */
    boolean insert(AssignedNumber number);

    /** The one of that id. */
    Optional<AssignedNumber> find(OrganizationId organization, AssignedNumberId id);

    /** The one of that number. */
    Optional<AssignedNumber> findByNumber(OrganizationId organization, PhoneNumber number);

    /** Those that an agent answers, the longest assigned first. */
    List<AssignedNumber> ofAgent(OrganizationId organization, AgentId agent);

    /** Those of an organization, newest first. */
    Page<AssignedNumber> list(OrganizationId organization, PageRequest page);

    /**
     * Replaces connection and agent of one whose stored version is still that of {@code number}, and raises the version by one.
     *
     * @return false when it is gone or was changed meanwhile
     */
    boolean update(AssignedNumber number);

    /**
     * Removes one; its conversations stay.
     *
     * @return false when it is not there
     */
    boolean delete(OrganizationId organization, AssignedNumberId id);
}
