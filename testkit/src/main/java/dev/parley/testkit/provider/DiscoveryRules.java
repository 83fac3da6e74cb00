package dev.parley.testkit.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.ports.spi.ProviderDescription;
import dev.parley.ports.spi.SettingKey;
import dev.parley.ports.spi.SmsProviderFactory;
import dev.parley.testkit.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An installation finds the adapter and can describe it. */
final class DiscoveryRules {

    private static final String FILE = "META-INF/services/" + SmsProviderFactory.class.getName();

    static final List<Rule<Bench>> RULES = List.of(
            new Rule<>(
                    "D1",
                    "discovery finds the factory",
                    "src/main/resources/" + FILE + ": one line, the full name of the factory's class",
                    DiscoveryRules::is_registered),
            new Rule<>(
                    "D2",
                    "anybody can make the factory, without arguments",
                    "the factory's class and its constructor: both public",
                    DiscoveryRules::is_public),
            new Rule<>(
                    "D3",
                    "the description is the same every time",
                    "description(): a constant, made of nothing that changes",
                    DiscoveryRules::is_stable),
            new Rule<>(
                    "D4",
                    "the description can be shown to people",
                    "ProviderDescription.of(…) and the help of each SettingKey",
                    DiscoveryRules::is_presentable));

    private DiscoveryRules() {}

    private static void is_registered(Bench bench) {
        Class<?> factory = bench.of().factory().getClass();
        List<String> named = registered(factory);
        Check.that(
                named.contains(factory.getName()),
                () -> "no file " + FILE + " on the class path has the line " + factory.getName() + "; those that there are name " + named);
    }

    private static List<String> registered(Class<?> factory) {
        try {
            ClassLoader loader = Optional.ofNullable(factory.getClassLoader()).orElseGet(ClassLoader::getSystemClassLoader);
            return Collections.list(loader.getResources(FILE)).stream().flatMap(DiscoveryRules::lines).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(URL file) {
        try (InputStream in = file.openStream()) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().map(line -> line.split("#", 2)[0].strip()).filter(line -> !line.isEmpty()).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void is_public(Bench bench) {
        Class<?> factory = bench.of().factory().getClass();
        Check.that(Modifier.isPublic(factory.getModifiers()), () -> factory.getName() + " is not public");
        Check.that(
                Arrays.stream(factory.getConstructors()).anyMatch(c -> c.getParameterCount() == 0),
                () -> factory.getName() + " has no public constructor without parameters");
    }

    private static void is_stable(Bench bench) {
        SmsProviderFactory factory = bench.of().factory();
        assertEquals(factory.description(), factory.description(), "two answers of description() differ");
    }

    private static void is_presentable(Bench bench) {
        ProviderDescription description = bench.of().factory().description();
        Check.not(description.title().isBlank(), "the title is blank");
        for (SettingKey setting : description.settings()) {
            Check.that(setting.name().matches("[a-z][A-Za-z0-9]*"), () -> "not in camel case: the setting " + setting.name());
            Check.not(setting.help().isBlank(), () -> "no help says what the setting " + setting.name() + " is and where to find it");
        }
        long keys = description.settings().stream().filter(SettingKey::identifiesAccount).count();
        Check.that(keys <= 1, () -> keys + " settings identify the account; one at most can");
    }
}
