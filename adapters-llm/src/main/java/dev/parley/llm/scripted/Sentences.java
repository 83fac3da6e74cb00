package dev.parley.llm.scripted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Takes a text apart into sentences. */
final class Sentences {

    private static final Pattern END = Pattern.compile(
            "(?<!\\b(?:Dr|Mr|Ms|Mrs|St|No)\\.)(?<=[.!?])\\s+(?=[\\p{Lu}\\p{N}\"'(])|(?<=[?!])\\s+|(?<=\\p{L}{2}\\.)\\s+(?=\\p{Ll})");
    private static final Pattern BULLET = Pattern.compile("^\\s*(?:[-*•>–]+|\\d{1,2}[.)]|#+)\\s+");

    private Sentences() {}

    /** The sentences in order; a heading is joined with the list below it. */
    static List<String> of(String text) {
        return joinLists(text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()).stream()
                .flatMap(line -> Arrays.stream(END.split(line)))
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private static List<String> joinLists(List<String> lines) {
        List<String> joined = new ArrayList<>();
        boolean inList = false;
        for (String line : lines) {
            String bare = BULLET.matcher(line).replaceFirst("");
            boolean item = bare.length() < line.length() && !line.startsWith("#");
            if (inList && item) {
                String list = joined.removeLast();
                joined.add(list + (list.endsWith(":") ? " " : ", ") + bare);
            } else {
                joined.add(bare);
            }
            inList = bare.endsWith(":") || (inList && item);
        }
        return joined;
    }
}
