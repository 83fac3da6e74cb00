package dev.parley.llm.scripted;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whom a prompt tells the model to be.
 *
 * @param name as in {@code You are NAME}
 * @param business as in {@code You are NAME of BUSINESS}
 */
record Persona(Optional<String> name, Optional<String> business) {

    private static final String PROPER = "\\p{Lu}[\\p{L}\\p{N}'’&.-]*";
    private static final String PROPER_NAME = PROPER + "(?: (?:" + PROPER + "|&|(?:and|of|the)(?= \\p{Lu}))){0,6}";
    private static final String PERSON = PROPER + "(?: (?:& )?" + PROPER + "){0,6}";
    private static final Pattern NAME = Pattern.compile(
            "\\b(?:[Yy]ou are|[Yy]ou're|[Yy]our name is|[Aa]ct as|[Ii] am|[Mm]y name is) (" + PERSON + "(?:(?<=['’]s) \\p{Ll}+)?)");
    private static final Pattern BUSINESS = Pattern.compile("\\b(?:of|at|for|from|by|called|named) (?:the )?(" + PROPER_NAME + ")");

    static Persona in(List<String> sentences) {
        Optional<String> name = first(NAME, sentences.stream());
        Stream<String> presenting = sentences.stream().filter(sentence -> NAME.matcher(sentence).find());
        Stream<String> addressing = sentences.stream().filter(Persona::speaksToTheModel);
        Optional<String> business = first(BUSINESS, Stream.concat(presenting, addressing));
        return new Persona(name, business.filter(called -> !name.orElse("").contains(called)));
    }

    /** Whether the sentence says who or how the model is to be, rather than something that contacts may know. */
    static boolean speaksToTheModel(String sentence) {
        return NAME.matcher(sentence).find() || sentence.toLowerCase(Locale.ROOT).startsWith("you");
    }

    /** {@code This is Rosie from Rosie's Bakery}, as far as it is known. */
    Optional<String> introduction() {
        return Optional.of(name.map(n -> n + business.map(b -> " from " + b).orElse("")).orElseGet(() -> business.orElse("")))
                .filter(who -> !who.isEmpty())
                .map(who -> "this is " + who);
    }

    private static Optional<String> first(Pattern pattern, Stream<String> sentences) {
        return sentences.flatMap(sentence -> pattern.matcher(sentence).results()).map(m -> trimmed(m.group(1))).findFirst();
    }

    private static String trimmed(String name) {
        return name.replaceFirst("[.'’-]+$", "");
    }
}
