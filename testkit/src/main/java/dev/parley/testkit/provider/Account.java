package dev.parley.testkit.provider;

import java.util.Map;
import java.util.Optional;

/**
 * Credentials and settings of one account at the provider. Immutable; does not print a value.
 *
 * @param values each value by the name of its setting
 */
public record Account(Map<String, String> values) {

    /** Copies the map. */
    public Account {
        values = Map.copyOf(values);
    }

    /**
     * The value of a setting.
     *
     * @throws AssertionError when the account has none; the message names the setting
     */
    public String get(String setting) {
        return Optional.ofNullable(values.get(setting))
                .orElseThrow(() -> new AssertionError("the account has no " + setting + ": add it to account(…) and otherAccount(…)"));
    }

    @Override
    public String toString() {
        return "Account" + values.keySet();
    }
}
