package dev.parley.llm.scripted;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One sentence of the contact.
 *
 * @param sentence as it was written
 * @param core without a greeting in front and without the contact's own name; empty when nothing is left
 * @param greets whether it greeted
 * @param name how the contact wants to be called, when it says so
 */
record Said(String sentence, String core, boolean greets, Optional<String> name) {

    private static final Pattern GREETING = Pattern.compile(
            "^(?i:hi|hello|hey|hiya|howdy|greetings|good (?:morning|afternoon|evening|day))\\b(?i: there| again| everyone)?"
                    + "(?: \\p{Lu}[\\p{L}'’-]*(?=\\s*(?:[,.!]|$)))?[\\s,.!]*");

    private static final Pattern LINK = Pattern.compile("^(?i:and|so|but|also)[\\s,]+");

    static List<Said> in(List<String> texts) {
        return texts.stream().flatMap(text -> Sentences.of(text).stream()).map(Said::of).toList();
    }

    private static Said of(String sentence) {
        String greeted = withoutGreeting(sentence);
        String core = Names.without(greeted).replaceFirst("^[\\s,.!-]+", "");
        return new Said(sentence, core, greeted.length() < sentence.length(), Names.in(sentence));
    }

    Topic topic() {
        return name.isPresent() && Words.of(core).isEmpty() ? Topic.NOTHING : Topic.of(core);
    }

    /** Whether it says something that is worth coming back to. */
    boolean hasSubstance() {
        return topic().hasSubstance();
    }

    /** How it is repeated to the contact. */
    String gist() {
        return Phrases.capitalized(LINK.matcher(withoutGreeting(sentence)).replaceFirst(""));
    }

    static String withoutGreeting(String sentence) {
        return GREETING.matcher(sentence).replaceFirst("");
    }
}
