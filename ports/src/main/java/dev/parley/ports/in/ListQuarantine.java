package dev.parley.ports.in;

import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.connection.QuarantinedText;

/** Lists authentic texts that no agent could take. Thread-safe. */
public interface ListQuarantine {

    /**
     * Those of an organization, newest first.
     */
    Page<QuarantinedText> list(OrganizationId organization, PageRequest page);
}
