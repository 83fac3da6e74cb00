package dev.parley.ports;

import java.util.Optional;

/**
 * The other end of a text as a provider names it: mostly an E.164 number, sometimes a short code, an alphanumeric
 * sender or a channel address. Only a number can be answered. Immutable.
 *
 * @param value as received, trimmed, 1 to 64 characters
 */
public record Address(String value) {

    private static final int LONGEST = 64;

    /** Refuses an empty or overlong address with an {@link IllegalArgumentException}. */
    public Address {
        value = value.strip();
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new IllegalArgumentException("an address has 1 to " + LONGEST + " characters");
        }
    }

    /**
     * Reads an address that came from outside.
     *
     * @param text what was sent as one
     * @return empty when it is blank or overlong
     */
    public static Optional<Address> parse(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() || stripped.length() > LONGEST ? Optional.empty() : Optional.of(new Address(stripped));
    }

    /** The address of a telephone. */
    public static Address of(PhoneNumber number) {
        return new Address(number.e164());
    }

    /** The number, when this is one that a text can be sent to. */
    public Optional<PhoneNumber> phoneNumber() {
        return PhoneNumber.parse(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
