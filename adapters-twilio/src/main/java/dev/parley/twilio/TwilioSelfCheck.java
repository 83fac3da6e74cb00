package dev.parley.twilio;

import static dev.parley.ports.spi.SelfCheck.Grade.BAD;
import static dev.parley.ports.spi.SelfCheck.Grade.GOOD;
import static dev.parley.ports.spi.SelfCheck.Grade.UNKNOWN;
import static dev.parley.ports.spi.SelfCheck.Point.CREDENTIALS;
import static dev.parley.ports.spi.SelfCheck.Point.NUMBER;
import static dev.parley.ports.spi.SelfCheck.Point.SIGNING;
import static dev.parley.ports.spi.SelfCheck.Point.WEBHOOK;

import dev.parley.ports.spi.SelfCheck.Expected;
import dev.parley.ports.spi.SelfCheck.Finding;
import dev.parley.twilio.TwilioLookup.Login;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at an account: the auth token first, since all else is asked with it, then the API key, the Messaging Service and the
 * numbers. {@link Question} says what is asked where. Thread-safe.
 */
final class TwilioSelfCheck {

    private static final String ACTIVE = "active";

    private final TwilioAccount account;
    private final URI api;
    private final Timeouts timeouts;
    private final InstantSource clock;

    TwilioSelfCheck(TwilioAccount account, URI api, Timeouts timeouts, InstantSource clock) {
        this.account = account;
        this.api = api;
        this.timeouts = timeouts;
        this.clock = clock;
    }

    List<Finding> look(Expected expected) {
        try (var twilio = new TwilioLookup(api, timeouts, clock)) {
            return switch (twilio.ask(account.owner(), Question.ACCOUNT, account.sid())) {
                case Looked.There(var json) -> known(twilio, json.path("status").asText(""), expected);
                case Looked.Refused refused when refused.isAboutUs() -> unproved(
                        Finding.of(CREDENTIALS, BAD,
                                "Twilio does not take accountSid and authToken: copy both from the first page of its console. "
                                        + "It answers the same for an account that is suspended or closed. " + refused.why()));
                case Looked.Refused refused when refused.isNotFound() -> unproved(
                        Finding.of(CREDENTIALS, BAD, "Twilio knows no account with this accountSid."));
                case Looked.Refused refused -> unproved(Finding.of(CREDENTIALS, UNKNOWN, refused.why()));
                case Looked.Silent(var why) -> unproved(Finding.of(CREDENTIALS, UNKNOWN, why));
            };
        }
    }

    /** Twilio took the token, whatever else it says. */
    private List<Finding> known(TwilioLookup twilio, String status, Expected expected) {
        var findings = new ArrayList<Finding>();
        findings.add(Finding.of(SIGNING, GOOD, "Twilio signs every webhook with the auth token, which is right."));
        if (!status.equals(ACTIVE)) {
            String detail = status.isEmpty() ? "Twilio does not say whether the account is active."
                    : "Twilio takes the auth token, but the account is not active: " + status + ".";
            findings.add(Finding.of(CREDENTIALS, status.isEmpty() ? UNKNOWN : BAD, detail));
            findings.addAll(notAsked());
            return findings;
        }
        findings.add(Finding.of(CREDENTIALS, GOOD, "Twilio takes the auth token, and the account is active."));
        if (account.hasApiKey()) {
            findings.add(apiKey(twilio));
        }
        findings.addAll(new NumberCheck(twilio, account, expected).findings());
        return findings;
    }

    private Finding apiKey(TwilioLookup twilio) {
        return switch (twilio.ask(new Login(account.user(), account.password()), Question.LOG, account.sid())) {
            case Looked.There _ -> Finding.of(CREDENTIALS, GOOD, "Twilio takes the API key.");
            case Looked.Refused(var status, var why) when status == 401 -> Finding.of(CREDENTIALS, BAD,
                    "Twilio does not take apiKeySid and apiKeySecret, with which texts are sent. " + why);
            case Looked.Refused(var status, _) when status == 403 -> Finding.of(CREDENTIALS, UNKNOWN,
                    "The API key may not read the log of texts. Whether it may send shows with the first text.");
            case Looked.Refused refused -> Finding.of(CREDENTIALS, UNKNOWN, refused.why());
            case Looked.Silent(var why) -> Finding.of(CREDENTIALS, UNKNOWN, why);
        };
    }

    private static List<Finding> unproved(Finding credentials) {
        var findings = new ArrayList<>(notAsked());
        findings.add(credentials);
        findings.add(Finding.of(SIGNING, UNKNOWN, "Twilio signs with the auth token, and whether that is right is not known."));
        return findings;
    }

    private static List<Finding> notAsked() {
        String why = "Not asked: that takes good credentials of an active account.";
        return List.of(Finding.of(NUMBER, UNKNOWN, why), Finding.of(WEBHOOK, UNKNOWN, why));
    }
}
