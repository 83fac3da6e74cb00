package dev.parley.vonage;

import java.time.Duration;
import java.util.Optional;

/**
 * What Vonage answered over HTTP, whatever the status. Immutable; does not print the body.
 *
 * @param status the status code
 * @param retryAfter how long it wants to be left alone, when it says so
 * @param body as text
 */
record Answer(int status, Optional<Duration> retryAfter, String body) {

    boolean isSuccess() {
        return status / 100 == 2;
    }

    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
