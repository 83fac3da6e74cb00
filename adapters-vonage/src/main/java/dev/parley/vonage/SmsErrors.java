package dev.parley.vonage;

import static dev.parley.ports.spi.Reason.DESTINATION_NOT_ALLOWED;
import static dev.parley.ports.spi.Reason.PROVIDER_ACCOUNT;
import static dev.parley.ports.spi.Reason.PROVIDER_AUTH;
import static dev.parley.ports.spi.Reason.RECIPIENT_INVALID;
import static dev.parley.ports.spi.Reason.RECIPIENT_UNREACHABLE;
import static dev.parley.ports.spi.Reason.REQUEST_INVALID;
import static dev.parley.ports.spi.Reason.SENDER_NOT_ALLOWED;
import static dev.parley.ports.spi.Reason.THROTTLED;
import static dev.parley.ports.spi.Reason.UNAVAILABLE;
import static dev.parley.ports.spi.Reason.UNKNOWN;
import static dev.parley.vonage.Fault.code;

import dev.parley.ports.spi.ProviderError;
import java.util.Map;

/** The SMS API's <a href="https://developer.vonage.com/en/api-errors/sms">statuses of a part</a> that it was given, in our words. */
final class SmsErrors {

    /** The status that is no error. */
    static final String TAKEN = "0";

    /** The status after which nobody knows: the platform failed while it had the part in hand. */
    static final String BROKEN = "5";

    private static final String PAGE = "https://developer.vonage.com/en/api-errors/sms#";

    private static final Map<String, Fault> TABLE = Map.ofEntries(
            code("1", THROTTLED, "Too many requests at once."),
            code("2", REQUEST_INVALID, "A parameter is missing."),
            code("3", REQUEST_INVALID, "A parameter is wrong."),
            code("4", PROVIDER_AUTH, "The credentials are wrong."),
            code(BROKEN, UNAVAILABLE, "Vonage failed."),
            code("6", RECIPIENT_INVALID, "Vonage knows no such number."),
            code("7", RECIPIENT_UNREACHABLE, "The receiver is barred."),
            code("8", PROVIDER_ACCOUNT, "The account is suspended."),
            code("9", PROVIDER_ACCOUNT, "The account has no credit."),
            code("10", THROTTLED, "Too many connections at once."),
            code("11", PROVIDER_ACCOUNT, "The account may not use the SMS API."),
            code("12", REQUEST_INVALID, "The text is too long."),
            code("14", PROVIDER_AUTH, "The signature is wrong."),
            code("15", SENDER_NOT_ALLOWED, "The sender may not send there."),
            code("22", REQUEST_INVALID, "The network code is wrong."),
            code("23", REQUEST_INVALID, "The status address is wrong: PARLEY_PUBLIC_URL must be public."),
            code("29", DESTINATION_NOT_ALLOWED, "A demo account can text listed numbers only."),
            code("32", PROVIDER_AUTH, "A signed request carries the secret as well."),
            code("33", RECIPIENT_INVALID, "The number is no longer in use."));

    private static final Fault UNHEARD_OF = new Fault(UNKNOWN, "Vonage refused it.");

    private SmsErrors() {}

    static ProviderError error(String status, String said) {
        return TABLE.getOrDefault(status, UNHEARD_OF).error(status, said, PAGE + status);
    }
}
