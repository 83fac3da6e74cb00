package dev.parley.llm.scripted;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How people say what they are called. */
final class Names {

    private static final String NAME = "(\\p{L}[\\p{L}'’-]*\\p{L})(?-i: \\p{Lu}[\\p{L}'’-]*)?";
    private static final Pattern NAMED = Pattern.compile("(?i)\\b(?:my name is|my name['’]?s|name['’]s|call me) " + NAME);
    private static final Pattern INTRODUCED = Pattern.compile(
            "\\b(?:[Ii]['’]?m|[Ii] am|[Tt]his is|[Ii]t['’]s) (?=\\p{Lu})" + NAME
                    + "(?: here)?");
    private static final Set<String> NO_NAMES = Set.of(
            ("a afraid allergic back calling coming done fine free going good great happy here hungry ill in "
                    + "interested late looking new not ok okay on out really running so sorry sure texting the your").split(" "));

    private Names() {}

    static Optional<String> in(String sentence) {
        return match(sentence).map(found -> Phrases.capitalized(found.group(1)));
    }

    static String without(String sentence) {
        return match(sentence).map(found -> sentence.replace(found.group(), "")).orElse(sentence);
    }

    private static Optional<MatchResult> match(String sentence) {
        return Stream.of(NAMED, INTRODUCED)
                .flatMap(form -> form.matcher(sentence).results())
                .filter(found -> !NO_NAMES.contains(found.group(1).toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
