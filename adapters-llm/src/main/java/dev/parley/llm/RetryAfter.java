package dev.parley.llm;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a vendor wants to be left alone: the {@code Retry-After} of RFC 9110, as seconds or as a date, or what Google
 * puts into the <a href="https://cloud.google.com/apis/design/errors#error_details">details</a> of the error instead.
 */
final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");
    private static final Pattern RETRY_DELAY = Pattern.compile("\"retryDelay\"\\s*:\\s*\"(" + SECONDS + ")s\"");

    private RetryAfter() {}

    static Optional<Duration> of(HttpHeaders headers, String body) {
        Optional<String> header = headers.firstValue("retry-after").map(String::strip);
        return header.flatMap(RetryAfter::seconds)
                .or(() -> header.flatMap(date -> until(date, headers)))
                .or(() -> Optional.of(RETRY_DELAY.matcher(body)).filter(Matcher::find).flatMap(m -> seconds(m.group(1))));
    }

    private static Optional<Duration> seconds(String text) {
        return Optional.of(text)
                .filter(SECONDS.asMatchPredicate())
                .map(some -> Duration.ofMillis(Math.round(Double.parseDouble(some)
                        * 1000)));
    }

    /** Counted from the server's own date, so that it does not matter whether our clocks agree. */
    private static Optional<Duration> until(String date, HttpHeaders headers) {
        return headers.firstValue("date")
                .flatMap(RetryAfter::parse)
                .flatMap(now -> parse(date).map(then -> Duration.between(now, then)))
                .filter(Duration::isPositive);
    }

    private static Optional<ZonedDateTime> parse(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }
}
