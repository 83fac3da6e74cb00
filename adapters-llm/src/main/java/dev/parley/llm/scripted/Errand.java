package dev.parley.llm.scripted;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that a prompt wants said to the contact: {@code Remind Tom of his cleaning tomorrow at 10 am}.
 *
 * @param contact the contact's name, where the prompt gives it
 * @param words what to say
 */
record Errand(Optional<String> contact, String words) {

    private static final String WHOM = "(them|him|her|everybody|(?:the|our|your|a) \\p{Ll}+|\\p{Lu}[\\p{L}'’-]*)";

    private static final List<Map.Entry<Pattern, String>> FORMS = List.of(
            form("remind", "that (.+?)", "A reminder: $2."),
            form("remind", "to (.+?)", "Please remember to $2."),
            form("remind", "(?:of|about) (.+?)", "A reminder of $2."),
            form("tell|inform", "(?:that )?(?!about |how |of |to |what |when |where |why )(.+?)", "$2."),
            form("ask", "(?:if|whether) (.+?)", "Could you tell us whether $2?"),
            form("ask", "to (.+?)", "Could you please $2?"),
            form("thank", "for (.+?)", "Thank you for $2."),
            form("invite", "to (.+?)", "You are invited to $2."));

    /** The contact, as one speaks about and as one speaks to them. */
    private static final List<Map.Entry<Pattern, String>> PRONOUNS = List.of(
            Map.entry(Pattern.compile("\\b(?:his|her|their)\\b"), "your"),
            Map.entry(Pattern.compile("\\b(?:they are|he is|she is)\\b"), "you are"),
            Map.entry(Pattern.compile("\\b(?:they|he|she|them|him)\\b"), "you"));

    static Optional<Errand> in(String sentence) {
        return FORMS.stream().flatMap(form -> read(form.getKey().matcher(sentence), form.getValue()).stream()).findFirst();
    }

    private static Optional<Errand> read(Matcher matcher, String form) {
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<String> name = Optional.of(matcher.group(1)).filter(whom -> Character.isUpperCase(whom.charAt(0)));
        return Optional.of(new Errand(name, Phrases.capitalized(addressed(matcher.replaceFirst(form)))));
    }

    private static String addressed(String words) {
        String turned = words;
        for (Map.Entry<Pattern, String> pronoun : PRONOUNS) {
            turned = pronoun.getKey().matcher(turned).replaceAll(pronoun.getValue());
        }
        return turned;
    }

    private static Map.Entry<Pattern, String> form(String verb, String what, String words) {
        return Map.entry(Pattern.compile("(?i:(?:please |politely |kindly )?(?:" + verb + ")) " + WHOM + " " + what + "[.!?]?$"), words);
    }
}
