package dev.parley.llm.scripted;

import dev.parley.ports.conversation.Role;
import dev.parley.ports.conversation.Turn;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A conversation as the one who is to answer sees it.
 *
 * @param waiting what the contact wrote and nobody answered yet
 * @param earlier what the contact wrote before that
 * @param ours what we wrote, whole texts
 * @param unasked those of ours that answered nothing: reminders and the like
 */
record Chat(List<Said> waiting, List<Said> earlier, List<String> ours, List<String> unasked) {

    private static final Pattern ADDRESSED = Pattern.compile("^(?:Hi|Hello|Hey|Dear) (\\p{Lu}[\\p{L}'’-]*\\p{L})[,!]");
    private static final Pattern PRESENTING = Pattern.compile("^[Tt]his is [^,]+[.!]?$");

    static Chat of(List<Turn> turns) {
        List<Turn> said = turns.stream().filter(turn -> !turn.content().isBlank()).toList();
        int answered = said.stream().map(Turn::role).toList().lastIndexOf(Role.ASSISTANT) + 1;
        List<Said> waiting = Said.in(by(Role.USER, said.subList(answered, said.size())));
        return new Chat(waiting, Said.in(by(Role.USER, said.subList(0, answered))), by(Role.ASSISTANT, said), unasked(said));
    }

    boolean isEmpty() {
        return waiting.isEmpty() && ours.isEmpty();
    }

    /** How the contact wants to be called, or is called by us. */
    Optional<String> name() {
        return Stream.concat(waiting.reversed().stream(), earlier.reversed().stream())
                .flatMap(said -> said.name().stream())
                .findFirst()
                .or(() -> unasked.stream().flatMap(text -> ADDRESSED.matcher(text).results()).map(m -> m.group(1)).findFirst());
    }

    /** The latest thing of substance that the contact wrote before. */
    Optional<Said> subject() {
        return earlier.reversed().stream().filter(Said::hasSubstance).findFirst();
    }

    /** What our latest text that answered nothing was about: its first sentence that is more than a greeting. */
    Optional<String> news() {
        return unasked.reversed()
                .stream()
                .flatMap(text -> Sentences.of(text).stream())
                .map(Said::withoutGreeting)
                .filter(sentence -> !sentence.isBlank() && !PRESENTING.matcher(sentence).find())
                .map(Phrases::capitalized)
                .findFirst();
    }

    private static List<String> unasked(List<Turn> said) {
        List<Turn> texts = IntStream.range(0, said.size())
                .filter(i -> i == 0 || said.get(i - 1).role() == Role.ASSISTANT)
                .mapToObj(said::get)
                .toList();
        return by(Role.ASSISTANT, texts);
    }

    private static List<String> by(Role role, List<Turn> turns) {
        return turns.stream().filter(turn -> turn.role() == role).map(Turn::content).toList();
    }
}
