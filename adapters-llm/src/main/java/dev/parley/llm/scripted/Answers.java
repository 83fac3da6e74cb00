package dev.parley.llm.scripted;

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
            case QUESTION ->
                    knowledge.about(said.core(), 1).or(() -> plain("I have no answer to " + quoted(said) + " yet, but I will ask."));
            case WHAT_ARE_YOU -> plain(WHAT_I_AM);
            case WHO_ARE_YOU -> plain(prompt.persona().introduction().map(who -> Phrases.capitalized(who) + ".").orElse(WHAT_I_AM));
            case THANKS -> remembering("You're welcome" + called() + "!");
            case GOODBYE -> remembering("Bye" + called() + ", and text us any time!");
            case YES -> decided("Thank you! That is a yes to our text ", "All right, go ahead!");
            case NO -> decided("All right, that is a no to our text ", "All right, text us any time!");
            case MY_NAME -> recalled(chat.name().map(name -> "Your name is " + name), "You have not told me your name yet.");
            case MY_FIRST_WORDS ->
                    recalled(chat.firstSubject().map(first -> "First you wrote: " + quoted(first)), "This is your first text.");
            case MY_WORDS -> recalled(chat.subject().map(last -> "Before this you wrote: " + quoted(last)), "This is your first text.");
            case OUR_WORDS -> knowledge.about(said.core(), 1).or(() -> recalled(ourLast(), "We have not written to you yet."));
        };
    }

    /** {@code ", Anna"}, when the name is known. */
    String called() {
        return chat.name().map(name -> ", " + name).orElse("");
    }

    static String quoted(Said said) {
        return quoted(said.gist());
    }

    private Optional<String> ourLast() {
        return chat.ours().reversed().stream().findFirst().map(text -> "We wrote: " + quoted(text));
    }

    /** A yes or no belongs to what we wrote without being asked; without that it is small talk, and may go unanswered. */
    private Optional<Line> decided(String lead, String otherwise) {
        UnaryOperator<String> about = text -> Phrases.ended(lead + quoted(text));
        return chat.news().map(about).or(() -> Optional.of(otherwise).filter(small -> chat.waiting().size() == 1)).map(Line::remembering);
    }

    private static Optional<Line> recalled(Optional<String> memory, String otherwise) {
        return remembering(memory.map(Phrases::ended).orElse(otherwise));
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
