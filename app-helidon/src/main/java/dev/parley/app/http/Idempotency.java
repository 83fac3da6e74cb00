package dev.parley.app.http;

import dev.parley.app.json.Json;
import dev.parley.app.json.Malformed;
import dev.parley.ports.MessageId;
import dev.parley.ports.Rejection;
import dev.parley.ports.Result;
import dev.parley.ports.out.IdSource;
import dev.parley.ports.out.IdempotencyStore;
import dev.parley.ports.out.IdempotencyStore.Answer;
import dev.parley.ports.out.IdempotencyStore.Attempt;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Does a request that names an {@code Idempotency-Key} once, however often it comes. Thread-safe.
 */
final class Idempotency {

    private static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x20-\\x7E]{1,255}");

    /** Refusals that left nothing behind: the same request may do better another time. */
    private static final Set<Integer> FORGOTTEN = Set.of(400, 401, 403, 422, 429);

    private static final Rejection IN_PROGRESS = Rejection.of(
            Rejection.Kind.CONFLICT,
            "request_in_progress",
            "The first request with this Idempotency-Key is still being done.");
    private static final Rejection REUSED = Rejection.of(
            Rejection.Kind.INVALID,
            "idempotency_key_reused",
            "This Idempotency-Key was used for another request.");

    private final IdempotencyStore store;
    private final IdSource ids;

    Idempotency(IdempotencyStore store, IdSource ids) {
        this.store = store;
        this.ids = ids;
    }

    /**
     * Executes a request that makes a message, or repeats what was answered to it. When {@code execution} throws, nothing is
     * remembered and nothing forgotten: the next attempt takes the same message up where this one died.
     *
     * @param execution makes the message of that id
     */
    Result<Reply> once(Call call, Function<MessageId, Result<Reply>> execution) {
        var fresh = new MessageId(ids.next());
        List<String> keys = call.header(HEADER);
        if (keys.isEmpty()) {
            return execution.apply(fresh);
        }
        if (keys.size() > 1 || !KEY.matcher(keys.getFirst()).matches()) {
            return Result.rejected(Malformed.field(HEADER, "bad_idempotency_key", "Must be 1 to 255 printable ASCII characters."));
        }
        String key = keys.getFirst();
        Attempt attempt = store.begin(call.organization(), key, fingerprint(call), fresh);
        return switch (attempt) {
            case Attempt.Execute(var message) -> Result.ok(remember(call, key, rendered(call, execution.apply(message))));
            case Attempt.Replay(var answer) -> Result.ok(Reply.json(answer.status(), answer.body()).with("Idempotent-Replayed", "true"));
            case Attempt.InProgress() -> Result.rejected(IN_PROGRESS);
            case Attempt.Mismatch() -> Result.rejected(REUSED);
        };
    }

    private Reply remember(Call call, String key, Reply reply) {
        if (FORGOTTEN.contains(reply.status())) {
            store.abandon(call.organization(), key);
        } else {
            store.finish(call.organization(), key, new Answer(reply.status(), reply.body()));
        }
        return reply;
    }

    private static Reply rendered(Call call, Result<Reply> result) {
        return switch (result) {
            case Result.Ok<Reply>(var reply) -> reply;
            case Result.Rejected<Reply>(var rejection) -> Problem.of(rejection).reply(RequestId.of(call.request()));
        };
    }

    private static String fingerprint(Call call) {
        String request = call.request().prologue().method().text() + " " + call.request().path().path() + " " + Json.canonical(call.json());
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(request.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
