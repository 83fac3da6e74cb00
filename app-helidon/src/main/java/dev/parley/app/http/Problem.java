package dev.parley.app.http;

import dev.parley.app.json.JsonObject;
import dev.parley.ports.FieldError;
import dev.parley.ports.MessageId;
import dev.parley.ports.Rejection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why a request was not done, in the form of <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>. Immutable.
 *
 * @param status the status code
 * @param code a stable word for programs; the problem's type is made of it
 * @param detail a sentence for people
 * @param fields which fields are at fault
 * @param about the message that was logged all the same
 */
record Problem(int status, String code, String detail, List<FieldError> fields, Optional<MessageId> about) {

    private static final String TYPE = "urn:parley:problem:";
    private static final String RETRY_SECONDS = "5";

    /** What each status means, whatever the code. */
    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Malformed request"),
            Map.entry(401, "Not authenticated"),
            Map.entry(403, "Not allowed"),
            Map.entry(404, "Not found"),
            Map.entry(405, "Method not allowed"),
            Map.entry(408, "Request timeout"),
            Map.entry(409, "Conflict"),
            Map.entry(412, "Changed meanwhile"),
            Map.entry(413, "Body too large"),
            Map.entry(414, "Address too long"),
            Map.entry(415, "Unsupported media type"),
            Map.entry(422, "Value not allowed"),
            Map.entry(429, "Too many requests"),
            Map.entry(500, "Internal error"),
            Map.entry(502, "Refused upstream"),
            Map.entry(503, "Unavailable"));

    /** What goes wrong before a use case is asked. */
    private static final Map<Integer, Problem> OF_HTTP = Map.of(
            400,
            of(400, "bad_request", "The request is not well-formed HTTP."),
            404,
            of(404, "not_found", "There is nothing at this address."),
            405,
            of(405, "method_not_allowed", "This address does not take that method."),
            408,
            of(408, "request_timeout", "The request took too long to arrive."),
            413,
            of(413, "body_too_large", "The body is larger than what is taken here."),
            414,
            of(414, "uri_too_long", "The address is longer than what is taken here."),
            415,
            of(415, "unsupported_media_type", "The body must be JSON in UTF-8, named so by its Content-Type, and not compressed."),
            500,
            of(500, "internal_error", "Something is broken here. The log says more under the request's id."),
            503,
            of(503, "unavailable", "This cannot be done just now; try again."));

    /** What a use case refused. */
    static Problem of(Rejection rejection) {
        return new Problem(status(rejection.kind()), rejection.code(), rejection.detail(), rejection.fields(), rejection.about());
    }

    /** What HTTP itself refused. */
    static Problem of(int status) {
        return Optional.ofNullable(OF_HTTP.get(status)).orElseGet(() -> of(status, "http_" + status, "The request was refused."));
    }

    /** A problem without fields. */
    static Problem of(int status, String code, String detail) {
        return new Problem(status, code, detail, List.of(), Optional.empty());
    }

    /** The answer that says so. */
    Reply reply(RequestId request) {
        var body = new JsonObject().put("type", TYPE + code)
                .put("title", TITLES.getOrDefault(status, "Refused"))
                .put("status", status)
                .put("detail", detail)
                .put("code", code)
                .put("requestId", request);
        if (!fields.isEmpty()) {
            body.put("errors", fields.stream().map(Problem::field).toList());
        }
        about.ifPresent(message -> body.put("messageId", message));
        return headed(Reply.json(status, body.node()));
    }

    private Reply headed(Reply reply) {
        return switch (status) {
            case 401 -> reply.with("WWW-Authenticate", "Bearer realm=\"parley\"");
            case 429, 503 -> reply.with("Retry-After", RETRY_SECONDS);
            default -> reply;
        };
    }

    private static JsonObject field(FieldError error) {
        return new JsonObject().put("field", error.field()).put("code", error.code()).put("detail", error.detail());
    }

    private static int status(Rejection.Kind kind) {
        return switch (kind) {
            case MALFORMED -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case STALE -> 412;
            case INVALID -> 422;
            case TOO_SOON -> 429;
            case UPSTREAM -> 502;
        };
    }
}
