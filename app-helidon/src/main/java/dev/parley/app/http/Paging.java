package dev.parley.app.http;

import dev.parley.app.json.Malformed;
import dev.parley.ports.Cursor;
import dev.parley.ports.PageRequest;
import dev.parley.ports.Result;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Pages of lists: {@code limit}, and a cursor that says nothing to anybody else. */
final class Paging {

    static final Set<String> PARAMETERS = Set.of("limit", "cursor");

    private static final int USUAL_LIMIT = 50;
    private static final Pattern LIMIT = Pattern.compile("[1-9]\\d{0,2}");
    private static final int CURSOR_BYTES = Long.BYTES * 3;
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private Paging() {}

    /** Which page is asked for. */
    static Result<PageRequest> of(Query query) {
        Result<Integer> limit = query.find("limit").map(Paging::limit).orElseGet(() -> Result.ok(USUAL_LIMIT));
        return limit.then(
                rows -> query.find("cursor")
                        .map(text -> cursor(text).map(after -> new PageRequest(rows, Optional.of(after))))
                        .orElseGet(() -> Result.ok(new PageRequest(rows, Optional.empty()))));
    }

    /** A cursor as the outside gets it. */
    static String write(Cursor cursor) {
        byte[] bytes = ByteBuffer.allocate(CURSOR_BYTES)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, cursor.at()))
                .putLong(cursor.id().getMostSignificantBits())
                .putLong(cursor.id().getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Result<Integer> limit(String text) {
        return LIMIT.matcher(text).matches() && Integer.parseInt(text) <= PageRequest.MAX ? Result.ok(Integer.parseInt(text)) : Result
                .rejected(Malformed.field("limit", "bad_limit", "Must be a number from 1 to " + PageRequest.MAX + "."));
    }

    private static Result<Cursor> cursor(String text) {
        return decode(text).filter(c -> !c.at().isBefore(Instant.EPOCH) && c.at().isBefore(LATEST) && write(c).equals(text))
                .map(Result::ok)
                .orElseGet(() -> Result.rejected(Malformed.field("cursor", "bad_cursor", "Must be the nextCursor of the page before.")));
    }

    private static Optional<Cursor> decode(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            return bytes.length == CURSOR_BYTES ? Optional.of(cursor(ByteBuffer.wrap(bytes))) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Cursor cursor(ByteBuffer bytes) {
        return new Cursor(Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS), new UUID(bytes.getLong(), bytes.getLong()));
    }
}
