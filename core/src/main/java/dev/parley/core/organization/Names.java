package dev.parley.core.organization;

import dev.parley.ports.FieldError;
import java.util.List;

/** What people may call things. */
public final class Names {

    private static final int LONGEST = 128;

    private Names() {}

    /** What is wrong with a name; nothing, mostly. */
    public static List<FieldError> check(String name) {
        if (name.isBlank()) {
            return List.of(new FieldError("name", "too_short", "A name is not empty."));
        }
        if (name.length() > LONGEST) {
            return List.of(new FieldError("name", "too_long", "A name has at most " + LONGEST + " characters."));
        }
        return List.of();
    }
}
