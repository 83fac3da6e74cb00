package dev.parley.vonage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.spi.SelfCheck.Expected;
import dev.parley.ports.spi.SelfCheck.Finding;
import dev.parley.ports.spi.SelfCheck.Grade;
import dev.parley.ports.spi.SelfCheck.Point;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks at an account by its <a href="https://developer.vonage.com/en/api/account">Account</a>,
 * <a href="https://developer.vonage.com/en/api/numbers">Numbers</a> and
 * <a href="https://developer.vonage.com/en/api/application.v2">Application</a> APIs. Changes nothing there. Thread-safe.
 */
final class AccountCheck {

    private static final String NOT_ASKED = "Not looked at, since Vonage did not take the credentials or did not answer.";

    private final VonageAccount account;
    private final AccountRecords records;

    AccountCheck(VonageAccount account, Hosts hosts, Wire wire) {
        this.account = account;
        this.records = new AccountRecords(account, hosts, wire);
    }

    List<Finding> findings(Expected expected) {
        Finding credentials = credentials();
        var findings = new ArrayList<>(List.of(credentials));
        if (credentials.grade() == Grade.GOOD) {
            look(expected, findings);
        } else {
            expected.numbers().forEach(n -> findings.add(Finding.of(Point.NUMBER, Grade.UNKNOWN, NOT_ASKED).about(n)));
            findings.add(Finding.of(Point.WEBHOOK, Grade.UNKNOWN, NOT_ASKED));
        }
        findings.add(signing());
        return List.copyOf(findings);
    }

    private void look(Expected expected, List<Finding> findings) {
        Finding webhook = webhook(expected);
        for (PhoneNumber number : expected.numbers()) {
            Looked looked = records.number(number);
            findings.add(owned(looked).about(number));
            findings.add(ownWebhook(looked, expected).orElse(webhook).about(number));
        }
        if (expected.numbers().isEmpty()) {
            findings.add(webhook);
        }
    }

    private Finding credentials() {
        return switch (records.balance()) {
            case Looked.Found _ -> Finding.of(Point.CREDENTIALS, Grade.GOOD, "Vonage takes apiKey and apiSecret.");
            case Looked.Refused _ -> Finding.of(Point.CREDENTIALS, Grade.BAD,
                    "Vonage refuses apiKey and apiSecret: compare them with the first page of its dashboard.");
            case Looked.Missing _ -> Finding.of(Point.CREDENTIALS, Grade.UNKNOWN, "Vonage has no account there: look at the base URL.");
            case Looked.Failed(var why) -> Finding.of(Point.CREDENTIALS, Grade.UNKNOWN, "Vonage did not answer: " + why + ".");
        };
    }

    private static Finding owned(Looked looked) {
        return switch (looked) {
            case Looked.Found(var number) when lacksTexts(number) -> Finding.of(Point.NUMBER, Grade.BAD,
                    "The number is the account's, but takes no texts: it lacks the feature SMS.");
            case Looked.Found _ -> Finding.of(Point.NUMBER, Grade.GOOD, "The number is the account's.");
            case Looked.Missing _ -> Finding.of(Point.NUMBER, Grade.BAD,
                    "The account has no such number: rent it, or let apiKey name the account that has it.");
            case Looked.Refused _ -> Finding.of(Point.NUMBER, Grade.UNKNOWN, "Vonage does not let this account list its numbers.");
            case Looked.Failed(var why) -> Finding.of(Point.NUMBER, Grade.UNKNOWN, "Vonage did not answer: " + why + ".");
        };
    }

    private static boolean lacksTexts(JsonNode number) {
        return number.path("features").isArray() && number.path("features").valueStream().noneMatch(f -> f.asText().equals("SMS"));
    }

    /** The address that a number has for itself, which wins over the account's; the Messages API does not look at it. */
    private Optional<Finding> ownWebhook(Looked looked, Expected expected) {
        return account.api() == ApiChoice.SMS && looked instanceof Looked.Found(var number) ? Json.find(number, "moHttpUrl")
                .map(url -> compared(url, expected, "the number's webhook, under Numbers")) : Optional.empty();
    }

    private Finding webhook(Expected expected) {
        return switch (account.api()) {
            case SMS -> webhook(records.settings(), "/mo-callback-url", expected, "the inbound webhook for SMS, under API settings");
            case MESSAGES -> account.application()
                    .map(a -> webhook(records.application(a.id()), "/capabilities/messages/webhooks/inbound_url/address", expected,
                            "the inbound URL of the application, under Messages"))
                    .orElseGet(() -> Finding.of(Point.WEBHOOK, Grade.UNKNOWN,
                            "Without applicationId Vonage does not say which address it calls: compare the inbound URL in its dashboard."));
        };
    }

    private static Finding webhook(Looked looked, String pointer, Expected expected, String where) {
        return switch (looked) {
            case Looked.Found(var record) -> compared(record.at(pointer).asText(""), expected, where);
            case Looked.Missing _ -> Finding.of(Point.WEBHOOK, Grade.BAD, "The account has no such application: compare applicationId.");
            case Looked.Refused _ ->
                    Finding.of(Point.WEBHOOK, Grade.UNKNOWN, "Vonage does not let this account look: compare " + where + ".");
            case Looked.Failed(var why) -> Finding.of(Point.WEBHOOK, Grade.UNKNOWN, "Vonage did not answer: " + why + ".");
        };
    }

    private static Finding compared(String url, Expected expected, String where) {
        boolean ours = expected.inboundUrls().stream().map(URI::toString).anyMatch(url::equals);
        String wanted = expected.inboundUrls().stream().map(URI::toString).findFirst().orElse("our inbound address");
        return ours ? Finding.of(Point.WEBHOOK, Grade.GOOD, "Vonage calls us: " + where + " is " + url + ".")
                : Finding.of(Point.WEBHOOK, Grade.BAD, "Vonage does not call us: set " + where + ", to " + wanted + ".");
    }

    private Finding signing() {
        if (account.signing().secret().isEmpty()) {
            return Finding.of(Point.SIGNING, Grade.BAD,
                    "There is no signatureSecret, so that every webhook is refused: it stands in Vonage's dashboard, under API settings.");
        }
        return Finding.of(Point.SIGNING, Grade.UNKNOWN, switch (account.api()) {
            case SMS ->
                    "Vonage does not say whether it signs: text the number. If the webhook is refused as unsigned, ask Vonage's support "
                            + "to switch on signed webhooks, and set the signature method in its dashboard to "
                            + account.signing().method().word()
                            + ".";
            case MESSAGES -> "Vonage does not say whether it signs; for the Messages API it does unless that was switched off. "
                    + "Text the number to see it.";
        });
    }
}
