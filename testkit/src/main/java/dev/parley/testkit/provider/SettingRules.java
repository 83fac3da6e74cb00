package dev.parley.testkit.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.ports.spi.SettingKey;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.testkit.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a connection is given is taken as the description says, and never shown. */
final class SettingRules {

    private static final String HELP = "create(…): setup.get(KEY) for what is required, setup.find(KEY) for the rest";

    /** What no setting can be, and what no message may repeat. */
    private static final String ODD = "odd\nvalue £ Xyzzy-Plugh";

    static final List<Rule<Bench>> RULES = List.of(
            new Rule<>(
                    "S1",
                    "what is required is enough to make a provider, and making one calls nobody",
                    "create(…): no request, and nothing that is optional is needed",
                    SettingRules::required_is_enough),
            new Rule<>("S2", "a required setting that is missing is named, and no value is", HELP, SettingRules::missing_is_named),
            new Rule<>("S3", "a required setting that is blank is named, and no value is", HELP, SettingRules::blank_is_named),
            new Rule<>("S4", "a setting that nobody knows is left alone", HELP, SettingRules::unknown_is_ignored),
            new Rule<>(
                    "S5",
                    "a value that cannot be used is refused by the name of its setting, without the value",
                    "create(…): IllegalArgumentException(KEY + \" is …\"), and nothing of the value in it",
                    SettingRules::odd_is_named),
            new Rule<>(
                    "S6",
                    "no secret shows when factory or provider are printed",
                    "toString() of the provider and of what it is made of; records print all they have",
                    SettingRules::secrets_are_not_printed));

    private SettingRules() {}

    private static void required_is_enough(Bench bench) {
        VendorApi api = bench.api(Reply.of(500, ""));
        bench.provider(bench.of().account(), api.url());
        bench.provider(only(bench, SettingKey::required), api.url());
        assertEquals(List.of(), api.received(), "create(…) called the provider");
    }

    private static Account only(Bench bench, Function<SettingKey, Boolean> kept) {
        Map<String, String> values = bench.of().account().values();
        return new Account(
                bench.of()
                        .described()
                        .settings()
                        .stream()
                        .filter(s -> kept.apply(s) && values.containsKey(s.name()))
                        .collect(Collectors.toMap(SettingKey::name, s -> values.getOrDefault(s.name(), ""))));
    }

    private static void missing_is_named(Bench bench) {
        for (SettingKey setting : required(bench)) {
            refuses(bench, setting.name(), only(bench, s -> !s.name().equals(setting.name())), "missing");
        }
    }

    private static void blank_is_named(Bench bench) {
        for (SettingKey setting : required(bench)) {
            refuses(bench, setting.name(), with(bench, setting.name(), ""), "empty");
            refuses(bench, setting.name(), with(bench, setting.name(), " \t"), "blank");
        }
    }

    private static List<SettingKey> required(Bench bench) {
        bench.of().account();
        return bench.of().described().settings().stream().filter(SettingKey::required).toList();
    }

    private static Account with(Bench bench, String name, String value) {
        var values = new HashMap<>(bench.of().account().values());
        values.put(name, value);
        return new Account(values);
    }

    private static void refuses(Bench bench, String name, Account account, String how) {
        var refusal = assertThrows(
                IllegalArgumentException.class,
                () -> bench.provider(account),
                () -> "a connection whose " + name + " is " + how + " was made all the same");
        String message = Optional.ofNullable(refusal.getMessage()).orElse("");
        Check.that(message.contains(name), () -> "the setting " + name + " is " + how + ", and the message does not name it: " + message);
        bench.of()
                .account()
                .values()
                .forEach((key, value) -> Check.that(
                        value.length() < Confidential.SHORTEST || !message.contains(value),
                        () -> "the message shows the value of " + key + ": " + message));
    }

    private static void unknown_is_ignored(Bench bench) {
        bench.provider(with(bench, "aSettingThatNobodyKnows", "as-it-likes"));
    }

    private static void odd_is_named(Bench bench) {
        for (String name : bench.of().account().values().keySet()) {
            try {
                bench.provider(with(bench, name, ODD));
            } catch (IllegalArgumentException refusal) {
                String message = String.valueOf(refusal.getMessage());
                Check.that(message.contains(name), () -> "the message does not name " + name + ": " + message);
                Check.that(!message.contains("Xyzzy"), () -> "the message shows the value of " + name + ": " + message);
            }
        }
    }

    private static void secrets_are_not_printed(Bench bench) {
        SmsProvider provider = bench.provider();
        var words = new Confidential(bench.of(), List.of());
        for (Object shown : List.of(bench.of().factory(), provider, bench.of().factory().description())) {
            words.secretIn(shown.toString()).ifPresent(secret -> {
                throw new AssertionError(shown.getClass().getSimpleName() + ".toString() shows " + secret);
            });
        }
    }
}
