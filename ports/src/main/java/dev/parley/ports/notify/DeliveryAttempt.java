package dev.parley.ports.notify;

import java.time.Instant;
import java.util.Optional;

/**
 * One try of a delivery. Immutable.
 *
 * @param at when it began
 * @param statusCode what the customer's server answered, when it did
 * @param error what went wrong, when something did
 * @param responseBody the beginning of what the server said, at most 1,024 characters
 */
public record DeliveryAttempt(Instant at, Optional<Integer> statusCode, Optional<String> error, String responseBody) {}
