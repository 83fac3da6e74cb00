package dev.parley.core.intake;

import dev.parley.ports.Keyword;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words that carriers and the law give a meaning of their own. They count only as the whole text; case, outer punctuation and
 * the width of letters do not matter.
 *
 * @see <a href="https://help.twilio.com/articles/223134027">Twilio: default opt-out words</a>
 * @see <a href="https://www.law.cornell.edu/cfr/text/47/64.1200">47 CFR 64.1200 (a)(10)</a>
 */
public final class Keywords {

    private static final Map<Keyword, Set<String>> WORDS = Map.of(
            Keyword.STOP,
            Set.of("STOP", "STOPALL", "STOP ALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT", "OPT OUT", "OPT-OUT", "ARRET",
                    "ARRÊT"),
            Keyword.START,
            Set.of("START", "UNSTOP", "YES"),
            Keyword.HELP,
            Set.of("HELP", "INFO"));

    /** An everyday answer: it opts in only who has opted out. */
    private static final String YES = "YES";

    private static final Pattern OUTER = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Keywords() {}

    /** What the text asks for, if it is one of the agreed words. */
    public static Optional<Keyword> match(String text) {
        String word = fold(text);
        return WORDS.entrySet().stream().filter(e -> e.getValue().contains(word)).map(Map.Entry::getKey).findFirst();
    }

    /** Whether the text opts out or in, and is nothing that people also say without meaning texts. */
    public static boolean isCommand(String text) {
        return !isEveryday(text) && match(text).filter(keyword -> keyword != Keyword.HELP).isPresent();
    }

    /** Whether the text is a word that people also say without meaning texts. */
    static boolean isEveryday(String text) {
        return fold(text).equals(YES);
    }

    /** The text as it is compared. */
    static String fold(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
        String bare = OUTER.matcher(normal).replaceAll("");
        return SPACES.matcher(bare).replaceAll(" ").toUpperCase(Locale.ROOT);
    }
}
