package dev.parley.ports.in;

import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.Result;

/** Texts a number of ours from a phone that is not there. Thread-safe. */
public interface SimulateText {

    /**
     * Sends the text the whole way of a carrier's webhook.
     *
     * @param to a number of ours that a simulator connection carries
     * @return the simulated provider's name for the text
     */
    Result<String> text(OrganizationId organization, PhoneNumber from, PhoneNumber to, String body);
}
