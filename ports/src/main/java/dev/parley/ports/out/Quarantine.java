package dev.parley.ports.out;

import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.connection.QuarantinedText;

/** Keeps authentic texts that no agent could take. Thread-safe. */
public interface Quarantine {

    /** Keeps one; a text whose connection and provider id are here already is not kept twice. */
    void hold(QuarantinedText text);

    /** Those of an organization, newest first. */
    Page<QuarantinedText> list(OrganizationId organization, PageRequest page);
}
