package dev.parley.llm.scripted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Takes a text apart into sentences. */
final class Sentences {

    private static final Pattern END = Pattern.compile(
            "(?<!\\b(?:Dr|Mr|Ms|Mrs|St|No)\\.)(?<=[.!?])\\s+(?=[\\p{Lu}\\p{N}\"'(])|(?<=[?!])\\s+|(?<=\\p{L}{2}\\.)\\s+(?=\\p{Ll})");
    private static final Pattern BULLET = Pattern.compile("^(?:[-*•>–]+|\\d{1,2}[.)])\\s+");
    private static final Pattern HEADING = Pattern.compile("^#+\\s*(.*?):?$");
    private static final Pattern FINISHED = Pattern.compile("[.!?:]$");

    private final List<String> paragraphs = new ArrayList<>();
    private boolean inList;
    private boolean goesOn;

    private Sentences() {}

    /** The sentences in order; a heading is one with the list below it. */
    static List<String> of(String text) {
        Sentences reading = new Sentences();
        text.lines().map(String::strip).forEach(reading::read);
        return reading.paragraphs.stream()
                .flatMap(paragraph -> Arrays.stream(END.split(paragraph)))
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private void read(String line) {
        String words = BULLET.matcher(HEADING.matcher(line).replaceFirst("$1:")).replaceFirst("");
        boolean finished = FINISHED.matcher(words).find();
        if (words.isEmpty()) {
            inList = inList && last().endsWith(":");
        } else if (inList && !finished) {
            append(last().endsWith(":") ? " " : ", ", words);
        } else if (goesOn && words.equals(line) && Character.isLowerCase(words.charAt(0))) {
            append(" ", words);
        } else {
            paragraphs.add(words);
            inList = words.endsWith(":");
        }
        goesOn = !words.isEmpty() && !finished;
    }

    private String last() {
        return paragraphs.isEmpty() ? "" : paragraphs.getLast();
    }

    private void append(String separator, String words) {
        paragraphs.add(paragraphs.removeLast() + separator + words);
    }
}
