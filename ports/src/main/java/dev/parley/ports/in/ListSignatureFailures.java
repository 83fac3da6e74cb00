package dev.parley.ports.in;

import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.connection.SignatureFailure;

/** Lists webhooks that were not believed. Thread-safe. */
public interface ListSignatureFailures {

    /**
     * Those of an organization, newest first.
     */
    Page<SignatureFailure> list(OrganizationId organization, PageRequest page);
}
