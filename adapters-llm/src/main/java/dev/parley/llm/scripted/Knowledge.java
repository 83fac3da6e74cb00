package dev.parley.llm.scripted;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Everything that can be told to the contact: the facts of the prompt and what was said before. */
final class Knowledge {

    private static final int LONGEST_FACT = 150;
    private static final int LONGEST_QUOTE = 90;

    /** Stands for whatever belongs to the contact: {@code my} in their words, {@code your} in ours. */
    private static final String THEIRS = "(theirs)";
    private static final Pattern BY_CONTACT = Pattern.compile("(?i)\\b(?:i|i['’]m|me|my|mine)\\b");
    private static final Pattern BY_US = Pattern.compile("(?i)\\b(?:you|your|yours)\\b");

    private final List<Known> known;

    /**
     * A sentence that may be an answer.
     *
     * @param words what it is about
     * @param answer how to say it now
     */
    private record Known(Set<String> words, Line answer) {

        long shared(Set<String> asked) {
            return words.stream().filter(asked::contains).filter(word -> !word.equals(THEIRS)).count();
        }

        long closeness(Set<String> asked) {
            return shared(asked) + (concernsBoth(asked) ? 1 : 0);
        }

        boolean concernsBoth(Set<String> asked) {
            return words.contains(THEIRS) && asked.contains(THEIRS);
        }
    }

    Knowledge(Prompt prompt, Chat chat) {
        String told = String.join("\n", chat.ours());
        this.known = Stream.of(
                prompt.facts().stream().map(fact -> fact(fact, told)),
                statements(chat.ours()).map(Said::withoutGreeting)
                        .map(Phrases::capitalized)
                        .map(sentence -> quote("As we wrote: ", sentence, BY_US)),
                statements(chat.earlier().stream().map(Said::core).toList()).map(sentence -> quote("You told me: ", sentence, BY_CONTACT)))
                .flatMap(some -> some)
                .toList();
    }

    /** The sentence that shares most words with {@code text}, the earliest of equals, if it shares at least {@code least}. */
    Optional<Line> about(String text, int least) {
        Set<String> asked = words(text, BY_CONTACT);
        return known.stream()
                .filter(candidate -> candidate.shared(asked) >= least)
                .max(
                        Comparator.comparingLong((Known candidate) -> candidate.closeness(asked))
                                .thenComparing(c -> c.concernsBoth(asked))
                                .thenComparing(known::indexOf, Comparator.reverseOrder()))
                .map(Known::answer);
    }

    private static Known fact(String fact, String told) {
        String words = Phrases.ended(Phrases.shortened(Phrases.capitalized(fact), LONGEST_FACT));
        return new Known(Words.of(fact), told.contains(words) ? Line.remembering("As I said before: " + words) : Line.plain(words));
    }

    private static Known quote(String lead, String sentence, Pattern contact) {
        return new Known(words(sentence, contact), Line.remembering(Phrases.ended(lead + Phrases.quoted(sentence, LONGEST_QUOTE))));
    }

    /** A question tells nothing, and what stands in quotes was told by somebody else. The latest text comes first. */
    private static Stream<String> statements(List<String> texts) {
        return texts.reversed().stream().flatMap(text -> Sentences.of(text).stream()).filter(s -> !s.endsWith("?") && !s.contains("\""));
    }

    private static Set<String> words(String sentence, Pattern contact) {
        Set<String> words = new HashSet<>(Words.of(sentence));
        if (contact.matcher(sentence).find()) {
            words.add(THEIRS);
        }
        return words;
    }
}
