package dev.parley.app.http;

import dev.parley.app.json.Malformed;
import dev.parley.ports.Rejection;
import dev.parley.ports.Result;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Which version of a thing a request is meant for, in the header {@code If-Match}. Immutable.
 *
 * @param tags the tags that will do; none when any will
 */
record IfMatch(List<String> tags) {

    private static final int ATTEMPTS = 5;
    private static final Pattern TAG = Pattern.compile("(W/)?\"[\\x21\\x23-\\x7E]*\"");

    /** Copies the list. */
    IfMatch {
        tags = List.copyOf(tags);
    }

    /** The tag of a version. */
    static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** What a request says. */
    static Result<IfMatch> of(Call call) {
        List<String> tags = call.header("If-Match").stream().flatMap(v -> Arrays.stream(v.split(","))).map(String::strip).toList();
        if (tags.equals(List.of("*"))) {
            return Result.ok(new IfMatch(List.of()));
        }
        return tags.stream().allMatch(t -> TAG.matcher(t).matches()) ? Result.ok(new IfMatch(tags)) : Result.rejected(
                Malformed.field(
                        "If-Match",
                        "bad_if_match",
                        "Must be the ETag of an answer."));
    }

    /** That version, if it will do. */
    Result<Long> check(long version) {
        return tags.isEmpty() || tags.contains(tag(version)) ? Result.ok(version) : Result.rejected(
                Rejection.of(
                        Rejection.Kind.STALE,
                        "stale",
                        "It was changed since this ETag was given."));
    }

    /** Reads and changes; when somebody was faster and any version will do, once more. */
    <T> Result<T> attempt(Supplier<Result<T>> change) {
        Result<T> result = change.get();
        for (int i = 1; i < ATTEMPTS && tags.isEmpty() && isStale(result); i++) {
            result = change.get();
        }
        return result;
    }

    private static boolean isStale(Result<?> result) {
        return result instanceof Result.Rejected<?>(var rejection) && rejection.kind() == Rejection.Kind.STALE;
    }
}
