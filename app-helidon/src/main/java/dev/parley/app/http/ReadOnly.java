package dev.parley.app.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.ports.FieldError;
import dev.parley.ports.Rejection;
import dev.parley.ports.Result;
import java.util.List;
import java.util.Set;

/** Fields that are ours to say. A caller may send them back as they were, as who reads, changes and writes a whole object does. */
final class ReadOnly {

    private ReadOnly() {}

    /** The patch, if it leaves them alone. */
    static Result<ObjectNode> check(ObjectNode current, ObjectNode patch, Set<String> names) {
        List<FieldError> errors = patch.properties()
                .stream()
                .filter(member -> names.contains(member.getKey()) && !member.getValue().equals(current.get(member.getKey())))
                .map(member -> new FieldError(member.getKey(), "read_only", "Cannot be changed."))
                .toList();
        return errors.isEmpty() ? Result.ok(patch) : Result.rejected(Rejection.invalid(errors));
    }
}
