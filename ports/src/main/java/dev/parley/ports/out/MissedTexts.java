package dev.parley.ports.out;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was asked of providers about the texts that they received, so that those are found that never came. The work of asking is
 * of kind {@link WorkKind#CATCH_UP}, one for each connection. Each step is one transaction. Thread-safe.
 */
public interface MissedTexts {

    /** Makes the work of a connection due in {@code delay}, beginning it if it is not there; whoever has it just now keeps it. */
    void ask(OrganizationId organization, ConnectionId connection, Duration delay);

    /** Up to which time everything was asked for; empty when it was never asked, or the claim no longer holds. */
    Optional<Instant> askedUntil(Claim claim);

    /** Those of these names under which a text of that connection came in, be it in a conversation, in parts or in quarantine. */
    Set<String> known(OrganizationId organization, ConnectionId connection, List<String> providerMessageIds);

    /**
     * Notes up to which time everything was asked for, and makes the work due again in {@code delay}, as if it had never been tried.
     *
     * @return false when the claim no longer holds
     */
    boolean asked(Claim claim, Instant until, Duration delay);

    /**
     * Ends the work: the connection is gone, or its provider cannot be asked.
     *
     * @return false when the claim no longer holds
     */
    boolean end(Claim claim);
}
