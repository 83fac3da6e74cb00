package dev.parley.app.config;

import java.util.Map;
import java.util.Optional;

/** What the operator set: the environment wins over the file. */
final class Values {

    private final Map<String, String> environment;
    private final ConfigurationFile file;

    Values(Map<String, String> environment, ConfigurationFile file) {
        this.environment = environment;
        this.file = file;
    }

    /** The value of a variable that has one in any case. */
    <T> T get(Variable<T> variable) {
        return find(variable).orElseThrow();
    }

    /** What is set, or else the preset; a blank value counts as not set. */
    <T> Optional<T> find(Variable<T> variable) {
        return variable.name()
                .flatMap(name -> text(environment, name).map(text -> read(variable, text, name)))
                .or(() -> text(file.values(), variable.key()).map(text -> read(variable, text, file.name() + ": " + variable.key())))
                .or(variable::preset);
    }

    private static Optional<String> text(Map<String, String> source, String key) {
        return Optional.ofNullable(source.get(key)).filter(text -> !text.isBlank());
    }

    private static <T> T read(Variable<T> variable, String text, String place) {
        Format<T> format = variable.format();
        return format.reader()
                .read(text)
                .orElseThrow(() -> new WrongSetting(place + "=" + format.shown().apply(text) + ": " + format.accepted() + " is accepted"));
    }
}
