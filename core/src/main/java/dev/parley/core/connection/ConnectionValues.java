package dev.parley.core.connection;

import dev.parley.core.send.UnknownSends;
import dev.parley.ports.FieldError;
import dev.parley.ports.Secret;
import dev.parley.ports.in.ConnectionPatch;
import dev.parley.ports.spi.ProviderDescription;
import dev.parley.ports.spi.SettingKey;
import dev.parley.ports.spi.SettingKey.Place;
import dev.parley.ports.spi.Settings;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Credentials and settings of a connection, against what its provider says it takes. Immutable; prints no value. */
final class ConnectionValues {

    /** Taken by every provider: core paces, not the adapter. */
    static final String MESSAGES_PER_SECOND = "messagesPerSecond";

    private static final int LONGEST = 8_192;
    private static final int GENERATED_BYTES = 32;
    private static final double FASTEST = 10_000;

    private final ProviderDescription description;
    private final RandomGenerator random;
    private final Map<String, Secret> credentials;
    private final Map<String, String> settings;

    private ConnectionValues(
            ProviderDescription description,
            RandomGenerator random,
            Map<String, Secret> credentials,
            Map<String, String> settings) {
        this.description = description;
        this.random = random;
        this.credentials = Map.copyOf(credentials);
        this.settings = Map.copyOf(settings);
    }

    static ConnectionValues of(ProviderDescription description, RandomGenerator random) {
        return new ConnectionValues(description, random, Map.of(), Map.of());
    }

    /** These values, and a random one wherever the provider wants one made by us. */
    ConnectionValues with(Map<String, Secret> someCredentials, Map<String, String> someSettings) {
        var all = new HashMap<>(someCredentials);
        description.settings().stream().filter(SettingKey::generated).forEach(key -> all.computeIfAbsent(key.name(), _ -> generate()));
        return new ConnectionValues(description, random, all, someSettings);
    }

    /** These values changed: an empty one removes, a masked one is the one that was shown and changes nothing. */
    ConnectionValues patched(ConnectionPatch patch) {
        var merged = new HashMap<>(credentials);
        patch.credentials().forEach((name, value) -> value.ifPresentOrElse(v -> merged.put(name, v), () -> merged.remove(name)));
        credentials.forEach((name, before) -> merged.computeIfPresent(name, (_, now) -> now.isMask() ? before : now));
        var mergedSettings = new HashMap<>(settings);
        patch.settings()
                .forEach((name, value) -> value.ifPresentOrElse(v -> mergedSettings.put(name, v), () -> mergedSettings.remove(
                        name)));
        return of(description, random).with(merged, mergedSettings);
    }

    private Secret generate() {
        byte[] bytes = new byte[GENERATED_BYTES];
        random.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    List<FieldError> problems() {
        var problems = new ArrayList<FieldError>();
        credentials.forEach((name, value) -> check(Place.CREDENTIALS, name, value.reveal()).ifPresent(problems::add));
        settings.forEach((name, value) -> check(Place.SETTINGS, name, value).ifPresent(problems::add));
        description.settings()
                .stream()
                .filter(SettingKey::required)
                .filter(key -> forProvider().find(key.name()).isEmpty())
                .forEach(key -> problems.add(new FieldError(path(key.place(), key.name()), "required", key.help())));
        return problems;
    }

    private Optional<FieldError> check(Place place, String name, String value) {
        if (place == Place.SETTINGS && name.equals(MESSAGES_PER_SECOND)) {
            return isRate(value) ? Optional.empty() : error(place, name, "not_allowed",
                    "A number from 0 (no pacing) to 10000 is accepted.");
        }
        if (place == Place.SETTINGS && name.equals(UnknownSends.SETTING)) {
            return UnknownSends.words().contains(value) ? Optional.empty() : oneOf(place, name, UnknownSends.words());
        }
        Optional<SettingKey> key = description.setting(name).filter(k -> k.place() == place);
        if (key.isEmpty()) {
            return error(place, name, "unknown_field", description.title() + " does not take this.");
        }
        if (value.length() > LONGEST) {
            return error(place, name, "too_long", "At most " + LONGEST + " characters are accepted.");
        }
        List<String> choices = key.get().choices();
        boolean chosen = choices.isEmpty() || choices.contains(value);
        return chosen ? Optional.empty() : oneOf(place, name, choices);
    }

    private static Optional<FieldError> oneOf(Place place, String name, List<String> choices) {
        return error(place, name, "not_allowed", "Accepted are: " + String.join(", ", choices) + ".");
    }

    private static boolean isRate(String value) {
        try {
            double rate = Double.parseDouble(value);
            return rate >= 0 && rate <= FASTEST;
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }

    private static Optional<FieldError> error(Place place, String name, String code, String detail) {
        return Optional.of(new FieldError(path(place, name), code, detail));
    }

    private static String path(Place place, String name) {
        return place.name().toLowerCase(Locale.ROOT) + "." + name;
    }

    Optional<String> accountKey() {
        return description.accountKey().map(SettingKey::name).flatMap(forProvider()::find);
    }

    /** Everything that the provider takes, in the form in which it takes it. */
    Settings forProvider() {
        return Settings.of(credentials, settings);
    }

    Map<String, Secret> credentials() {
        return credentials;
    }

    Map<String, String> settings() {
        return settings;
    }
}
