package dev.parley.core.text;

import dev.parley.ports.Variables;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A prompt with {@code {{names}}} in it. */
public final class PromptTemplate {

    private static final Pattern NAME = Pattern.compile("\\{\\{\\s*([A-Za-z_][A-Za-z0-9_.-]*)\\s*}}");

    private PromptTemplate() {}

    /** The prompt with values in place of names. A name without a value leaves nothing behind: a contact need not have a name. */
    public static String fill(String template, Variables variables) {
        return NAME.matcher(template).replaceAll(m -> Matcher.quoteReplacement(variables.find(m.group(1)).orElse("")));
    }
}
