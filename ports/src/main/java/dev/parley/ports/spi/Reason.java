package dev.parley.ports.spi;

import java.util.Locale;

/** Why a text was not delivered: one vocabulary for all providers. Each adapter maps its codes to these as a table. */
public enum Reason {
    /** The contact does not want texts from this number. */
    OPTED_OUT,
    /** The number does not exist, is no mobile, or is not written right. */
    RECIPIENT_INVALID,
    /** The number exists but cannot be reached just now. */
    RECIPIENT_UNREACHABLE,
    /** This sender may not send there: not ours, not registered, not enabled for texts. */
    SENDER_NOT_ALLOWED,
    /** The account may not send to that country or by that route. */
    DESTINATION_NOT_ALLOWED,
    /** The words were filtered or refused. */
    CONTENT_REJECTED,
    /** The request itself was not right: empty, too long, a parameter unknown. */
    REQUEST_INVALID,
    /** The credentials are not, or no longer, good. */
    PROVIDER_AUTH,
    /** The account is suspended or has no credit. */
    PROVIDER_ACCOUNT,
    /** Too much was asked at once. */
    THROTTLED,
    /** The provider or the carrier could not be reached or failed. */
    UNAVAILABLE,
    /** The contact has not written lately, and only then may be written to in free words. */
    WINDOW_CLOSED,
    /** It waited too long and was given up. */
    EXPIRED,
    /** The provider cannot do what was asked. */
    UNSUPPORTED,
    /** Nothing that we have a word for. */
    UNKNOWN;

    /** The word as the API writes it, such as {@code opted_out}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
