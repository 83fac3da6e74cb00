package dev.parley.vonage;

import dev.parley.ports.PhoneNumber;
import java.util.regex.Pattern;

/** Numbers as <a href="https://developer.vonage.com/en/concepts/guides/glossary#e-164-format">Vonage writes them</a>: E.164 without plus. */
final class VonageNumber {

    /** Shorter ones are short codes, which belong to a country; others are names. */
    private static final Pattern NUMBER = Pattern.compile("\\+?([1-9]\\d{6,14})");

    private VonageNumber() {}

    /** E.164 with its plus sign where it is a number; everything else as it is. */
    static String read(String written) {
        var number = NUMBER.matcher(written);
        return number.matches() ? "+" + number.group(1) : written;
    }

    /** Without the plus sign. */
    static String write(PhoneNumber number) {
        return number.e164().substring(1);
    }

    /** Whether Vonage takes it for a number: one of 7 to 15 digits. */
    static boolean isDialable(PhoneNumber number) {
        return NUMBER.matcher(number.e164()).matches();
    }
}
