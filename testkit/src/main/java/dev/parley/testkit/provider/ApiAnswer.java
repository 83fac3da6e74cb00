package dev.parley.testkit.provider;

import java.util.List;
import java.util.stream.Stream;

/**
 * An answer of the provider's API.
 *
 * @param status of HTTP
 * @param headers one a line
 * @param body as text
 * @param expected what a send has to come to
 */
record ApiAnswer(int status, String headers, String body, Expect expected) {

    /** The headers, with a content type. */
    List<String> lines() {
        Stream<String> given = headers.lines().filter(line -> !line.isBlank());
        return Stream.concat(given, Stream.of("Content-Type: " + contentType())).toList();
    }

    /** The same with another status. */
    ApiAnswer at(int other) {
        return new ApiAnswer(other, headers, body, expected);
    }

    private String contentType() {
        return switch (body.isBlank() ? ' ' : body.strip().charAt(0)) {
            case '{', '[' -> "application/json";
            case '<' -> body.toLowerCase(java.util.Locale.ROOT).contains("<html") ? "text/html" : "application/xml";
            default -> "text/plain";
        };
    }
}
