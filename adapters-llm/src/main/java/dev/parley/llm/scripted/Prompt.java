package dev.parley.llm.scripted;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a prompt says.
 *
 * @param persona whom to be
 * @param facts sentences that a contact may be told as they are
 * @param errand what a first text is to bring about
 */
record Prompt(Persona persona, List<String> facts, Optional<Errand> errand) {

    /** A sentence that starts with one of these tells the model how to behave. */
    private static final Set<String> ORDERS = Set.of(
            ("act always answer ask avoid be collect confirm do don't don’t encourage ensure explain focus follow give "
                    + "greet help if introduce invite keep let make mention never note offer only provide refer remember remind reply respond "
                    + "sign speak start stay suggest talk tell thank treat try use when whenever write you you're you’re").split(" "));

    /** A sentence with one of these is about the answers of the model. */
    private static final Pattern ABOUT_ANSWERS = Pattern.compile(
            "(?i)\\b(?:characters|conversations?|emojis?|instructions?|markdown|persona|prompt|tone)\\b");

    /** {@code You sell bread}: what the business does, told to the model. */
    private static final Pattern YOU = Pattern.compile(
            "(?i)^you (?=(?:are (?:open|closed|located|based)|accept|bake|charge|close|deliver|have|make|offer|open|sell|serve|take)\\b)");
    private static final Pattern YOUR = Pattern.compile(
            "^Your (?!(?:answers?|goal|job|mission|name|personality|purpose|replies|reply|responses?|role|style|task|texts?|tone)\\b)");
    private static final Pattern COURTESY = Pattern.compile("(?i)^(?:please|kindly|politely) ");
    private static final Pattern ASIDE = Pattern.compile(", ((?:open|closed|located|based)\\b.*)");

    static Prompt read(String text) {
        List<String> sentences = Sentences.of(text);
        List<String> facts = sentences.stream().flatMap(Prompt::facts).toList();
        return new Prompt(Persona.in(sentences), facts, sentences.stream().flatMap(s -> Errand.in(s).stream()).findFirst());
    }

    private static Stream<String> facts(String sentence) {
        if (YOU.matcher(sentence).find()) {
            return Stream.of(YOU.matcher(sentence).replaceFirst("We ").replaceAll("\\byour\\b", "our"));
        }
        if (YOUR.matcher(sentence).find()) {
            return Stream.of(YOUR.matcher(sentence).replaceFirst("Our "));
        }
        if (Persona.speaksToTheModel(sentence)) {
            return ASIDE.matcher(sentence).results().map(MatchResult::group).map(aside -> "We are " + aside.substring(2));
        }
        boolean order = ORDERS.contains(firstWord(sentence)) || ABOUT_ANSWERS.matcher(sentence).find();
        return order || sentence.endsWith(":") ? Stream.of() : Stream.of(sentence);
    }

    private static String firstWord(String sentence) {
        return COURTESY.matcher(sentence).replaceFirst("").toLowerCase(Locale.ROOT).split("[\\s,:]", 2)[0];
    }
}
