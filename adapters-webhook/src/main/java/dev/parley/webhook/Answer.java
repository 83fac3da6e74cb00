package dev.parley.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.ports.notify.PostOutcome;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;

/** Reads what a customer's server says. */
final class Answer {

    private static final int MOST_BYTES_READ = 16 * 1024;
    private static final int MOST_CHARACTERS_SHOWN = 1024;
    private static final int FIRST_STATUS = 200;
    private static final int LAST_STATUS = 999;
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}&&[^\\t\\r\\n]]");
    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private Answer() {}

    /**
     * Reads an answer, the body no further than its first 16 KiB.
     *
     * @param now what an HTTP date in it is counted from
     */
    static PostOutcome read(ClassicHttpResponse response, Instant now) throws IOException {
        int status = response.getCode();
        if (status < FIRST_STATUS || status > LAST_STATUS) {
            return Fault.NOT_HTTP.outcome();
        }
        byte[] body = body(response);
        Optional<String> reply = status < 300 ? reply(body) : Optional.empty();
        return new PostOutcome.Answered(status, shown(body), reply, retryAfter(response, now));
    }

    /** The entity is never closed: that would read it to its end. Who closes the connection is done with it, too. */
    private static byte[] body(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        return entity == null ? new byte[0] : entity.getContent().readNBytes(MOST_BYTES_READ);
    }

    private static String shown(byte[] body) {
        String text = UNPRINTABLE.matcher(new String(body, UTF_8)).replaceAll("\ufffd");
        if (text.length() <= MOST_CHARACTERS_SHOWN) {
            return text;
        }
        boolean cutsCharacter = Character.isHighSurrogate(text.charAt(MOST_CHARACTERS_SHOWN - 1));
        return text.substring(0, cutsCharacter ? MOST_CHARACTERS_SHOWN - 1 : MOST_CHARACTERS_SHOWN);
    }

    /** The content type does not matter: a script that prints this JSON as text means the same. */
    private static Optional<String> reply(byte[] body) {
        try {
            JsonNode reply = JSON.readTree(body).path("reply");
            return Optional.of(reply).filter(JsonNode::isTextual).map(JsonNode::textValue).filter(text -> !text.isBlank());
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> retryAfter(ClassicHttpResponse response, Instant now) {
        return Optional.ofNullable(response.getFirstHeader("Retry-After"))
                .map(Header::getValue)
                .map(String::strip)
                .flatMap(said -> delay(
                        said, now));
    }

    private static Optional<Duration> delay(String said, Instant now) {
        if (SECONDS.matcher(said).matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(said)));
        }
        try {
            Duration until = Duration.between(now, DateTimeFormatter.RFC_1123_DATE_TIME.parse(said, Instant::from));
            return Optional.of(until.isNegative() ? Duration.ZERO : until);
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
