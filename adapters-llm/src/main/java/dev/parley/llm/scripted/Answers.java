package dev.parley.llm.scripted;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Finds the answer to one sentence of the contact.
 *
 * @param chat what was said
 * @param prompt who answers
 * @param knowledge what can be told
 */
record Answers(Chat chat, Prompt prompt, Knowledge knowledge) {

    static final String WHAT_I_AM =
            "I am Parley's scripted rehearsal model, not an AI: I answer by fixed rules, from the prompt and this chat.";

    private static final int LONGEST_QUOTE = 60;

    Answers(Chat chat, Prompt prompt) {
        this(chat, prompt, new Knowledge(prompt, chat));
    }

    /** Nothing, when the sentence needs no answer but to be taken note of. */
    Optional<Line> to(Said said) {
        return switch (said.topic()) {
            case NOTHING -> Optional.empty();
            case STATEMENT -> knowledge.about(said.core(), 2);
            case REQUEST -> knowledge.about(said.core(), 1);
            case QUESTION -> knowledge.about(said.core(), 1).or(() -> unknown(said));
            case WHAT_ARE_YOU -> plain(WHAT_I_AM);
            case WHO_ARE_YOU -> plain(prompt.persona().introduction().map(who -> Phrases.capitalized(who) + ".").orElse(WHAT_I_AM));
            case THANKS -> remembering("You're welcome" + called() + "!");
            case GOODBYE -> remembering("Bye" + called() + ", and text us any time!");
            case YES -> decided("Thank you! That is a yes to our text ", "All right, go ahead!");
            case NO -> decided("All right, that is a no to our text ", "All right, text us any time!");
            case MY_NAME ->
                    chat.name().map(name -> recalled("Your name is " + name)).or(() -> plain("You have not told me your name yet."));
            case MY_FIRST_WORDS -> recalled("First you wrote: ", chat.earlier());
            case MY_WORDS -> recalled("Before this you wrote: ", chat.earlier().reversed());
            case OUR_WORDS -> knowledge.about(said.core(), 1).or(this::ourLast);
        };
    }

    /** {@code ", Anna"}, when the name is known. */
    String called() {
        return chat.name().map(name -> ", " + name).orElse("");
    }

    static String quoted(Said said) {
        return quoted(said.gist());
    }

    private static Optional<Line> unknown(Said said) {
        return plain("I have no answer to " + quoted(said) + " yet, but I will ask.");
    }

    private Optional<Line> ourLast() {
        return chat.ours()
                .reversed()
                .stream()
                .findFirst()
                .map(text -> recalled("We wrote: " + quoted(text)))
                .or(() -> plain("We have not written to you yet."));
    }

    /** A yes or no belongs to what we wrote without being asked; without that it is small talk, and may go unanswered. */
    private Optional<Line> decided(String lead, String otherwise) {
        UnaryOperator<String> about = text -> Phrases.ended(lead + quoted(text));
        return chat.news().map(about).or(() -> Optional.of(otherwise).filter(small -> chat.waiting().size() == 1)).map(Line::remembering);
    }

    private static Optional<Line> recalled(String lead, List<Said> said) {
        return said.stream()
                .filter(Said::hasSubstance)
                .findFirst()
                .map(some -> recalled(lead + quoted(some)))
                .or(() -> plain("This is your first text."));
    }

    private static Line recalled(String words) {
        return Line.remembering(Phrases.ended(words));
    }

    private static String quoted(String text) {
        return Phrases.quoted(text, LONGEST_QUOTE);
    }

    private static Optional<Line> plain(String words) {
        return Optional.of(Line.plain(words));
    }

    private static Optional<Line> remembering(String words) {
        return Optional.of(Line.remembering(words));
    }
}
