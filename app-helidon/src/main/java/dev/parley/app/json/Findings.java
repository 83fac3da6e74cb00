package dev.parley.app.json;

import dev.parley.ports.FieldError;
import dev.parley.ports.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that was found wrong with one request, up to a number that people read. */
final class Findings {

    private final List<FieldError> malformed = new ArrayList<>();
    private final List<FieldError> invalid = new ArrayList<>();

    void malformed(FieldError error) {
        malformed.add(error);
    }

    void invalid(FieldError error) {
        invalid.add(error);
    }

    Optional<Rejection> rejection() {
        List<FieldError> all = Stream.concat(malformed.stream(), invalid.stream()).limit(Fields.MOST_ERRORS).toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(malformed.isEmpty() ? Rejection.invalid(all) : Malformed.fields(all));
    }
}
