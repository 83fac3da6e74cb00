package dev.parley.ports.spi;

import java.util.List;

/**
 * One thing that a connection is given. Make one with {@link #credential}, {@link #secret} or {@link #setting} and refine
 * it. Immutable.
 *
 * @param name as the API writes it, such as {@code authToken}
 * @param place in which part of a connection it stands
 * @param secret whether it must never be shown
 * @param required whether a connection cannot do without
 * @param identifiesAccount whether it says which account at the provider this is; at most one does, and it is no secret
 * @param generated whether we make a random one when none is given: a secret that only we and our webhooks need to know
 * @param choices the values that can be taken, the first being the default; empty when any can
 * @param help one sentence for whoever fills in the form: what it is and where to find it
 */
public record SettingKey(
        String name,
        Place place,
        boolean secret,
        boolean required,
        boolean identifiesAccount,
        boolean generated,
        List<String> choices,
        String help) {

    /** In which part of a connection a setting stands. */
    public enum Place {
        /** Who we are at the provider; encrypted at rest. */
        CREDENTIALS,
        /** How it is used. */
        SETTINGS
    }

    /** Copies the list, and refuses a secret that would have to be shown to identify the account. */
    public SettingKey {
        choices = List.copyOf(choices);
        if (secret && identifiesAccount) {
            throw new IllegalArgumentException(name + " cannot both be secret and identify the account");
        }
    }

    /** An optional credential that may be shown, such as a user name. */
    public static SettingKey credential(String name, String help) {
        return new SettingKey(name, Place.CREDENTIALS, false, false, false, false, List.of(), help);
    }

    /** An optional credential that must not be shown, such as a token. */
    public static SettingKey secret(String name, String help) {
        return new SettingKey(name, Place.CREDENTIALS, true, false, false, false, List.of(), help);
    }

    /** An optional setting. */
    public static SettingKey setting(String name, String help) {
        return new SettingKey(name, Place.SETTINGS, false, false, false, false, List.of(), help);
    }

    /** The same one, required. */
    public SettingKey asRequired() {
        return new SettingKey(name, place, secret, true, identifiesAccount, generated, choices, help);
    }

    /** The same one, as the one that says which account this is. */
    public SettingKey asAccountKey() {
        return new SettingKey(name, place, secret, required, true, generated, choices, help);
    }

    /** The same one, made at random by us when none is given. */
    public SettingKey madeByUs() {
        return new SettingKey(name, place, secret, required, identifiesAccount, true, choices, help);
    }

    /** The same one, limited to these values; the first is the default. */
    public SettingKey oneOf(String...values) {
        return new SettingKey(name, place, secret, required, identifiesAccount, generated, List.of(values), help);
    }
}
