package dev.parley.llm.scripted;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts a reply together: a greeting, the answers, what was noted, and a sign that earlier texts are not forgotten. */
final class Reply {

    private static final int LENGTH_OF_A_TEXT = 160;
    private static final int LONGEST_QUOTE = 60;
    private static final int SHORTEST_QUOTE = 15;
    private static final int AROUND_A_QUOTE = 50;
    private static final int MOST_LINES = 3;

    private final Chat chat;
    private final Prompt prompt;
    private final Answers answers;

    private Reply(Chat chat, Prompt prompt) {
        this.chat = chat;
        this.prompt = prompt;
        this.answers = new Answers(chat, prompt);
    }

    static String to(Chat chat, Prompt prompt) {
        return chat.waiting().isEmpty() ? Opening.of(chat, prompt) : new Reply(chat, prompt).text();
    }

    private String text() {
        List<Line> lines = chat.waiting().stream().flatMap(said -> answers.to(said).stream()).distinct().limit(MOST_LINES).toList();
        if (lines.contains(Line.plain(Answers.WHAT_I_AM))) {
            return Answers.WHAT_I_AM;
        }
        String answer = Stream.of(lead(), lines.stream().map(Line::words).collect(Collectors.joining(" ")), note(lines.isEmpty()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        String whole = lines.stream().anyMatch(Line::refersBack) ? answer : answer + callback(answer);
        return whole.isEmpty() || whole.equals(lead()) ? (whole + " How can I help you?").strip() : signed(whole, lines.isEmpty());
    }

    private String lead() {
        Optional<String> told = chat.waiting().stream().flatMap(said -> said.name().stream()).findFirst();
        boolean greeted = chat.waiting().stream().anyMatch(Said::greets);
        return told.map(name -> "Nice to meet you, " + name + "!").orElse(greeted ? greeting() : "");
    }

    private String greeting() {
        String first = "Hi" + prompt.persona().introduction().map(who -> ", " + who + ".").orElse("!");
        return chat.ours().isEmpty() ? first : "Hi again" + answers.called() + "!";
    }

    /** The gist of what needs no answer. */
    private String note(boolean alone) {
        String noted = chat.waiting()
                .stream()
                .filter(said -> said.hasSubstance() && answers.to(said).isEmpty())
                .limit(MOST_LINES)
                .map(Answers::quoted)
                .collect(Collectors.joining(", "));
        String lead = alone && lead().isEmpty() ? "Thank you" + answers.called() + ", I have noted " : "I have noted ";
        return noted.isEmpty() ? "" : Phrases.ended(lead + noted);
    }

    /** Says what came before, in what is left of one text. */
    private String callback(String answer) {
        int most = Math.clamp(LENGTH_OF_A_TEXT - answer.length() - AROUND_A_QUOTE, SHORTEST_QUOTE, LONGEST_QUOTE);
        String whom = answer.contains(answers.called()) ? "" : answers.called();
        return chat.subject()
                .map(
                        said -> (said.topic() == Topic.QUESTION ? " You asked before: " : " You wrote before: ")
                                + Phrases.quoted(said.gist(), most))
                .map(quote -> Phrases.ended(quote) + " Anything else" + whom + "?")
                .or(() -> chat.news().map(text -> " That is about our text " + Phrases.quoted(text, most) + ", right?"))
                .orElse("");
    }

    private String signed(String text, boolean nothingAnswered) {
        String signed = text + prompt.persona().name().map(name -> " - " + name).orElse("");
        return nothingAnswered && signed.length() <= LENGTH_OF_A_TEXT ? signed : text;
    }
}
