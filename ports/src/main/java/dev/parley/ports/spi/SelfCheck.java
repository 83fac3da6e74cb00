package dev.parley.ports.spi;

import dev.parley.ports.PhoneNumber;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A provider that can look at its own account and say whether a connection will work. Optional: an {@link SmsProvider} that
 * can do it implements this too. Implementations are safe for use by many threads and only read: they change nothing at the
 * provider.
 */
public interface SelfCheck {

    /**
     * Compares what the provider has on record with what it should have. Blocks until the provider has answered or the
     * adapter's own timeout is over.
     *
     * @param expected what should be on record
     * @return what was found, at least one finding about the credentials; what the provider does not tell is
     *         {@link Grade#UNKNOWN}, never left out
     */
    List<Finding> selfCheck(Expected expected);

    /**
     * What the account should have on record. Immutable.
     *
     * @param numbers our numbers that the connection carries
     * @param inboundUrls the addresses at which we take texts that come in: any of them will do
     * @param statusUrls the addresses at which we take reports, likewise
     */
    record Expected(List<PhoneNumber> numbers, List<URI> inboundUrls, List<URI> statusUrls) {
        /** Copies the lists. */
        public Expected {
            numbers = List.copyOf(numbers);
            inboundUrls = List.copyOf(inboundUrls);
            statusUrls = List.copyOf(statusUrls);
        }

        @Override
        public String toString() {
            return "Expected[" + numbers.size() + " numbers]";
        }
    }

    /**
     * One thing that was looked at. Immutable; does not print the number.
     *
     * @param point what was looked at
     * @param grade how it is
     * @param number the number of ours that it is about, when it is about one
     * @param detail for the operator, in a sentence: what was found and, unless it is good, what to change where; no secret
     */
    record Finding(Point point, Grade grade, Optional<PhoneNumber> number, String detail) {

        /** A finding about the whole connection. */
        public static Finding of(Point point, Grade grade, String detail) {
            return new Finding(point, grade, Optional.empty(), detail);
        }

        /** The same one, about one number of ours. */
        public Finding about(PhoneNumber ours) {
            return new Finding(point, grade, Optional.of(ours), detail);
        }

        @Override
        public String toString() {
            return "Finding[" + point + ", " + grade + "]";
        }
    }

    /** What can be looked at. */
    enum Point {
        /** Whether the provider takes our credentials. */
        CREDENTIALS,
        /** Whether a number is the account's. */
        NUMBER,
        /** Whether the provider calls one of our addresses. */
        WEBHOOK,
        /** Whether it signs what it sends there, and we can tell. */
        SIGNING
    }

    /** How something is. */
    enum Grade {
        /** As it should be. */
        GOOD,
        /** Not as it should be: the detail says what to change. */
        BAD,
        /** It cannot be told: the detail says why. */
        UNKNOWN
    }
}
