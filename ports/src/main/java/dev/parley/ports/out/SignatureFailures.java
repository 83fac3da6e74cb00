package dev.parley.ports.out;

import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.connection.SignatureFailure;

/** Keeps webhooks that were not believed, the latest hundred of each connection. Thread-safe. */
public interface SignatureFailures {

    /** Keeps one, and forgets the oldest beyond a hundred of its connection. */
    void record(SignatureFailure failure);

    /** Those of an organization, newest first. */
    Page<SignatureFailure> list(OrganizationId organization, PageRequest page);
}
