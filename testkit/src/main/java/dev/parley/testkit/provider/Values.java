package dev.parley.testkit.provider;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What stands for the placeholders of a template. Immutable.
 *
 * @param by each value by the name of its placeholder
 */
record Values(Map<String, String> by) {

    /** Nothing is known: every placeholder stands for itself. */
    static final Values ANY = new Values(Map.of());

    Values {
        by = Map.copyOf(by);
    }

    /** The value; the placeholder itself when there is none. */
    String get(String name) {
        return Optional.ofNullable(by.get(name)).orElse("${" + name + "}");
    }

    Values with(String name, String value) {
        var all = new HashMap<>(by);
        all.put(name, value);
        return new Values(all);
    }

    /** With a number, in both of its forms. */
    Values number(String name, String number) {
        return with(name, number).with(name + ".digits", number.startsWith("+") ? number.substring(1) : number);
    }

    Values account(Account account) {
        Values all = this;
        for (Map.Entry<String, String> value : account.values().entrySet()) {
            all = all.with("account." + value.getKey(), value.getValue());
        }
        return all;
    }
}
