package dev.parley.testkit.provider;

import dev.parley.ports.spi.SettingKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What must not show anywhere: secrets of the accounts, credentials as they travel, texts and numbers of contacts. */
final class Confidential {

    /** Shorter ones are found in innocent words. */
    static final int SHORTEST = 8;

    private final List<Named> secrets;

    /** A secret, and what it is called. */
    private record Named(String name, String value) {}

    Confidential(ProviderCase of, List<String> credentials) {
        Stream<Named> travelling = credentials.stream().map(c -> new Named("the credentials of a request", c));
        secrets = Stream.concat(of.accounts().stream().flatMap(account -> of(of.described().settings(), account)), travelling)
                .filter(s -> s.value().length() >= SHORTEST)
                .toList();
    }

    private static Stream<Named> of(List<SettingKey> settings, Account account) {
        return settings.stream()
                .filter(SettingKey::secret)
                .map(s -> new Named("the secret " + s.name(), account.values().getOrDefault(s.name(), "")));
    }

    /** Which secret stands in some words. */
    Optional<String> secretIn(String words) {
        return secrets.stream().filter(s -> words.contains(s.value())).findFirst().map(Named::name);
    }

    /** Whether the text of a message or the number of a contact stands in some words. */
    Optional<String> textIn(String words) {
        if (words.contains(Sample.CANARY)) {
            return Optional.of("the text");
        }
        return words.contains(Sample.CONTACT.substring(1)) ? Optional.of("the number of a contact") : Optional.empty();
    }
}
