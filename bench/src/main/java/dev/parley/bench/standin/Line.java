package dev.parley.bench.standin;

/**
 * A number of one organization, with its agent and its account at a carrier. All of it is known before the server has heard of it.
 *
 * @param name of the organization
 * @param carrier whose number it is
 * @param account what the carrier calls the account
 * @param secret what the carrier signs with and is asked with
 * @param number of ours
 * @param canary a word that no other organization may ever see
 * @param isNotified whether the business answers by itself, and is told of texts
 * @param hookSecret what events to the business are signed with
 */
public record Line(
        String name,
        Kind carrier,
        String account,
        String secret,
        String number,
        String canary,
        boolean isNotified,
        String hookSecret) {

    /** The carriers that we can be. */
    public enum Kind {
        /** Asks once. */
        TWILIO,
        /** Asks until it is heard. */
        VONAGE;

        /** As the server calls it. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
