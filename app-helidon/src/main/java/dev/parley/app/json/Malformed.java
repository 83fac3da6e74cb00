package dev.parley.app.json;

import dev.parley.ports.FieldError;
import dev.parley.ports.Rejection;
import java.util.List;
import java.util.Optional;

/** Refusals of requests that lack something, or hold what nobody knows. */
public final class Malformed {

    private Malformed() {}

    /** One field at fault. */
    public static Rejection field(String name, String code, String detail) {
        return fields(List.of(new FieldError(Fields.shortened(name), code, detail)));
    }

    /** Fields at fault, at least one. */
    static Rejection fields(List<FieldError> errors) {
        FieldError first = errors.getFirst();
        String code = errors.size() == 1 ? first.code() : "malformed_fields";
        return new Rejection(Rejection.Kind.MALFORMED, code, first.field() + ": " + first.detail(), errors, Optional.empty());
    }
}
