package dev.parley.ports;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number in E.164: a plus sign, a country code that does not begin with 0, at most 15 digits. Immutable.
 *
 * @param e164 the number as it is written everywhere, such as {@code +15005550006}
 */
public record PhoneNumber(String e164) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{1,14}");

    /** Refuses anything that is no E.164 number with an {@link IllegalArgumentException}. */
    public PhoneNumber {
        if (!isE164(e164)) {
            throw new IllegalArgumentException("not an E.164 number");
        }
    }

    /**
     * Reads a number that came from outside.
     *
     * @param text what was sent as a number
     * @return empty when it is not E.164; nothing is guessed or completed
     */
    public static Optional<PhoneNumber> parse(String text) {
        return isE164(text) ? Optional.of(new PhoneNumber(text)) : Optional.empty();
    }

    private static boolean isE164(String text) {
        return E164.matcher(text).matches();
    }

    @Override
    public String toString() {
        return e164;
    }
}
