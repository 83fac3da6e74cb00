package dev.parley.twilio;

import dev.parley.ports.Secret;
import dev.parley.twilio.TwilioLookup.Login;
import java.util.List;
import java.util.Optional;

/**
 * Who we are at Twilio. Immutable; prints no secret.
 *
 * @param sid the account, {@code AC…}
 * @param user who logs in to the REST API: an API key, {@code SK…}, or the account itself
 * @param password the secret of that user
 * @param tokens the auth tokens that may have signed a webhook; an API key never does
 * @param messagingService the service, {@code MG…}, that chooses a sender where none is given
 */
record TwilioAccount(String sid, String user, Secret password, List<Secret> tokens, Optional<String> messagingService) {

    TwilioAccount {
        tokens = List.copyOf(tokens);
    }

    /** The account itself, which may ask everything. */
    Login owner() {
        return new Login(sid, tokens.getFirst());
    }

    /** Whether an API key sends. */
    boolean hasApiKey() {
        return !user.equals(sid);
    }
}
