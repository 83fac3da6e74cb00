package dev.parley.ports.out;

import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.connection.QuarantinedText;
import java.util.Optional;
import java.util.UUID;

/** Keeps authentic texts that no agent could take. Thread-safe. */
public interface Quarantine {

    /** Keeps one; a text whose connection and provider id are here already is not kept twice. */
    void hold(QuarantinedText text);

    /** The one of that id. */
    Optional<QuarantinedText> find(OrganizationId organization, UUID id);

    /**
     * Removes one.
     *
     * @return false when it is not there
     */
    boolean remove(OrganizationId organization, UUID id);

    /** Those of an organization, newest first. */
    Page<QuarantinedText> list(OrganizationId organization, PageRequest page);
}
