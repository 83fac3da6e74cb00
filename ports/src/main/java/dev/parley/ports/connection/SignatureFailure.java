package dev.parley.ports.connection;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A webhook that was not believed, and what to do about it. Immutable.
 *
 * @param id its identity
 * @param organization whose connection it claimed to be for
 * @param connection which connection it claimed to be for
 * @param url the address at which it came
 * @param why what is wrong and what to change
 * @param expectedUrls the addresses that a signature was tried for
 * @param matchingUrl the address that would have matched, when one was found
 * @param at when it came
 */
public record SignatureFailure(
        UUID id,
        OrganizationId organization,
        ConnectionId connection,
        String url,
        String why,
        List<String> expectedUrls,
        Optional<String> matchingUrl,
        Instant at) {

    /** Copies the list. */
    public SignatureFailure {
        expectedUrls = List.copyOf(expectedUrls);
    }
}
