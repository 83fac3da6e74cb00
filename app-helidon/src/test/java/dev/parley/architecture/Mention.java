package dev.parley.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Somewhere in the class there is one of these words: in a name or in a text; comments do not count. */
final class Mention extends ArchCondition<JavaClass> {

    private final List<String> words;

    Mention(String...words) {
        super("mention " + String.join(" or ", words));
        this.words = List.of(words);
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
        String content = item.getSource().map(Mention::content).orElse("");
        boolean mentions = words.stream().anyMatch(content::contains);
        events.add(new SimpleConditionEvent(item, mentions, item.getName() + (mentions ? " mentions one" : " mentions none")));
    }

    private static String content(Source source) {
        try (InputStream bytes = source.getUri().toURL().openStream()) {
            return new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
