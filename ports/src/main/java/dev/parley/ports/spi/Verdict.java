package dev.parley.ports.spi;

import java.util.List;
import java.util.Optional;

/** Whether a webhook is really from the account it claims to be from. */
public sealed interface Verdict {

    /** It is. */
    record Genuine() implements Verdict {}

    /**
     * It is not, or cannot be shown to be.
     *
     * @param why for the operator: what is wrong and what to change; no secret, no text
     * @param expectedUrls the addresses that a signature was tried for; empty when the scheme does not sign the address.
     *                     Without a query that carries the text: they are shown to the operator
     * @param matchingUrl the address that would have matched, when a near miss was found: a wrong scheme, say
     */
    record Forged(String why, List<String> expectedUrls, Optional<String> matchingUrl) implements Verdict {
        /** Copies the list. */
        public Forged {
            expectedUrls = List.copyOf(expectedUrls);
        }

        /** A forgery about which nothing more is to be said. */
        public static Forged because(String why) {
            return new Forged(why, List.of(), Optional.empty());
        }
    }

    /**
     * The connection has no secret to check with. It is treated as forged: nothing is ever taken unverified.
     *
     * @param missing the name of the setting that is needed
     */
    record NotConfigured(String missing) implements Verdict {}

    /**
     * It carries no proof although its sender always gives one: a fault on that side, so it should be sent again.
     *
     * @param why for the operator
     */
    record Undecided(String why) implements Verdict {}
}
