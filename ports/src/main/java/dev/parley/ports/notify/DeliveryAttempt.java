package dev.parley.ports.notify;

import java.time.Instant;
import java.util.Optional;

/**
 * One try of a delivery. Immutable; does not print what the server said.
 *
 * @param at when it began
 * @param statusCode what the customer's server answered, when it did
 * @param error what went wrong, when something did
 * @param responseBody the beginning of what the server said, at most 1,024 characters
 */
public record DeliveryAttempt(Instant at, Optional<Integer> statusCode, Optional<String> error, String responseBody) {

    @Override
    public String toString() {
        return "DeliveryAttempt[" + at + ", " + statusCode.map(String::valueOf).or(() -> error).orElse("") + "]";
    }
}
