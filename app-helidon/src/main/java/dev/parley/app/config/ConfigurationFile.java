package dev.parley.app.config;

import io.helidon.config.Config;
import io.helidon.config.ConfigException;
import io.helidon.config.ConfigSources;
import io.helidon.config.yaml.YamlConfigParser;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code application.yaml} says. Immutable.
 *
 * @param name how the operator knows the file
 * @param values by key, dots between the levels; a list is one value, commas between its items
 */
record ConfigurationFile(String name, Map<String, String> values) {

    static final ConfigurationFile NONE = new ConfigurationFile("", Map.of());

    private static final Pattern PLACE = Pattern.compile("line \\d+, column \\d+");

    static ConfigurationFile read(Path path) {
        try {
            var values = new TreeMap<String, String>();
            collect(parse(path), values);
            return new ConfigurationFile(path.toString(), values);
        } catch (ConfigException unreadable) {
            throw new WrongSetting(path + ": cannot be read as YAML" + place(unreadable));
        }
    }

    private static Config parse(Path path) {
        // Nothing but the file: a value that looks like a reference or an expression is just a value, such as a password.
        return Config.builder(ConfigSources.file(path))
                .disableEnvironmentVariablesSource()
                .disableSystemPropertiesSource()
                .disableKeyResolving()
                .disableValueResolving()
                .disableParserServices()
                .addParser(YamlConfigParser.create())
                .build();
    }

    private static void collect(Config node, Map<String, String> values) {
        switch (node.type()) {
            case VALUE -> node.asString().filter(value -> !value.isBlank()).ifPresent(value -> values.put(node.key().toString(), value));
            case LIST -> values.put(node.key().toString(), String.join(",", node.asList(String.class).get()));
            case OBJECT -> node.asNodeList().get().forEach(child -> collect(child, values));
            case MISSING -> {}
        }
    }

    /** Where it went wrong; not more of what the parser says, since it quotes the file. */
    private static String place(ConfigException unreadable) {
        return Optional.ofNullable(unreadable.getMessage())
                .map(PLACE::matcher)
                .filter(Matcher::find)
                .map(found -> " at " + found.group())
                .orElse("");
    }
}
