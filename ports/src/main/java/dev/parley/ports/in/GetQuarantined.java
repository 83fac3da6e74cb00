package dev.parley.ports.in;

import dev.parley.ports.OrganizationId;
import dev.parley.ports.Result;
import dev.parley.ports.connection.QuarantinedText;
import java.util.UUID;

/** Reads one authentic text that no agent could take. Thread-safe. */
@FunctionalInterface
public interface GetQuarantined {

    /** The one of that id. */
    Result<QuarantinedText> get(OrganizationId organization, UUID id);
}
