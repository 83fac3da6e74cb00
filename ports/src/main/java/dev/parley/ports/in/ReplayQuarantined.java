package dev.parley.ports.in;

import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Result;
import dev.parley.ports.connection.QuarantinedText;
import java.util.Optional;
import java.util.UUID;

/** Takes an authentic text that no agent could take once more, as if it came in now. Thread-safe. */
@FunctionalInterface
public interface ReplayQuarantined {

    /**
     * Takes a text like any other that comes in, with the time at which it came. Taken, it is in quarantine no longer.
     *
     * @return refused, and still in quarantine, when still nobody can take it
     */
    Result<Replayed> replay(OrganizationId organization, UUID id);

    /**
     * A text that was taken.
     *
     * @param text the text as it was in quarantine
     * @param message what it is called now; empty when it was taken before
     */
    record Replayed(QuarantinedText text, Optional<MessageId> message) {}
}
