package dev.parley.app.http;

import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Refuses requests about whose end two servers could disagree: the one in front of us and Helidon, which takes the first of
 * two lengths, a signed length, and any length beside a transfer coding. Whatever is refused here ends the connection.
 * Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-6.3">RFC 9112, message body length</a>
 */
final class Framing implements Http1ConnectionListener {

    private static final Pattern LENGTH = Pattern.compile("\\d{1,15}");
    private static final Pattern QUERY = Pattern.compile("(?:[\\x21-\\x7E&&[^%#\"<>]]|%\\p{XDigit}{2})*+");
    private static final int LONGEST_ADDRESS = 4096;
    private static final String CARRIERS = "/webhooks/";

    @Override
    public void prologue(ConnectionContext context, HttpPrologue prologue) {
        String path = prologue.uriPath().rawPath();
        String query = prologue.query().rawValue();
        if (!path.startsWith("/") || prologue.fragment().hasValue() || !QUERY.matcher(query).matches()) {
            throw refusal(Status.BAD_REQUEST_400);
        }
        // A carrier that calls by GET puts a whole text into the address.
        if (!path.startsWith(CARRIERS) && path.length() + query.length() > LONGEST_ADDRESS) {
            throw refusal(Status.REQUEST_URI_TOO_LONG_414);
        }
    }

    @Override
    public void headers(ConnectionContext context, Headers headers) {
        if (headers.all(HeaderNames.CONNECTION, List::of).stream().anyMatch(v -> v.toLowerCase(Locale.ROOT).contains("close"))) {
            ((WatchedConnection) context).last();
        }
        List<String> lengths = headers.all(HeaderNames.CONTENT_LENGTH, List::of);
        List<String> codings = headers.all(HeaderNames.TRANSFER_ENCODING, List::of);
        boolean isClear = codings.isEmpty() ? isOneLengthAtMost(lengths) : lengths.isEmpty() && codings.equals(List.of("chunked"));
        if (!isClear) {
            throw refusal(Status.BAD_REQUEST_400);
        }
        if (headers.contains(HeaderNames.CONTENT_ENCODING)) {
            throw refusal(Status.UNSUPPORTED_MEDIA_TYPE_415);
        }
    }

    private static boolean isOneLengthAtMost(List<String> lengths) {
        return lengths.isEmpty() || (lengths.size() == 1 && LENGTH.matcher(lengths.getFirst()).matches());
    }

    private static RequestException refusal(Status status) {
        return RequestException.builder().type(EventType.BAD_REQUEST).status(status).setKeepAlive(false).build();
    }
}
