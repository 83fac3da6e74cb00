package dev.parley.ports;

import java.util.List;
import java.util.Optional;

/**
 * Why a use case did not do what was asked. Immutable.
 *
 * @param kind the family; decides how the outside is told
 * @param code a stable word for programs, such as {@code recipient_opted_out}
 * @param detail a sentence for people; never holds a secret
 * @param fields which fields of the request are at fault; often empty
 * @param about the message that was logged all the same, when there is one
 */
public record Rejection(Kind kind, String code, String detail, List<FieldError> fields, Optional<MessageId> about) {

    /** Families of refusals. */
    public enum Kind {
        /** The request contradicts itself or lacks something. */
        MALFORMED,
        /** Nobody we know asks. */
        UNAUTHENTICATED,
        /** Somebody we know asks for what they may not. */
        FORBIDDEN,
        /** It does not exist, or belongs to another organization: the two are never told apart. */
        NOT_FOUND,
        /** Something else is in the way. */
        CONFLICT,
        /** It was changed since the caller read it. */
        STALE,
        /** The right type, but a value that is not allowed. */
        INVALID,
        /** It was asked for a moment ago: once more in a few seconds. */
        TOO_SOON,
        /** A provider or model refused or failed. */
        UPSTREAM
    }

    /** Copies the list. */
    public Rejection {
        fields = List.copyOf(fields);
    }

    /** A refusal without fields. */
    public static Rejection of(Kind kind, String code, String detail) {
        return new Rejection(kind, code, detail, List.of(), Optional.empty());
    }

    /** The thing named {@code what} is not there for this caller. The answer never says which of the two reasons holds. */
    public static Rejection notFound(String what) {
        return of(Kind.NOT_FOUND, "not_found", "There is no such " + what + ".");
    }

    /** Values that are not allowed, one entry a field. */
    public static Rejection invalid(List<FieldError> fields) {
        FieldError first = fields.getFirst();
        return new Rejection(Kind.INVALID, fields.size() == 1 ? first.code() : "invalid_fields", first.detail(), fields, Optional.empty());
    }

    /** One value that is not allowed. */
    public static Rejection invalid(String field, String code, String detail) {
        return invalid(List.of(new FieldError(field, code, detail)));
    }

    /** The same refusal, about a message that was logged. */
    public Rejection about(MessageId message) {
        return new Rejection(kind, code, detail, fields, Optional.of(message));
    }
}
