package dev.parley.llm.scripted;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a sentence is about: its words without endings and small talk, and words of one subject as one. */
final class Words {

    private static final Set<String> EMPTY = Set.of(
            ("a an the and or but so if of on in at to for from by with about as into than then that this these "
                    + "those it its i me we us our you your my mine he she they them their is are was were be been am do does did done can could would "
                    + "will shall should may might must have has had get got not no yes any some all also just only too very please thanks thank hi "
                    + "hello hey ok what which who whom whose why how there here like want need know tell make let go going still really sell "
                    + "offer im ive id dont way mean").split(" "));

    /** Words that people use for the same thing; each row stands for its first. */
    private static final List<String> SUBJECTS = List.of(
            "hours open close time when clock oclock am pm until till",
            "price cost much charge fee rate expensive cheap",
            "place where address locate location find street road lane avenue square",
            "phone call telephone",
            "deliver ship",
            "booking book reserve reservation appointment slot",
            "change move reschedule postpone cancel cancellation shift");

    private static final Pattern ENDING = Pattern.compile("(?<=\\p{L}{3})(?:ings?|ies|ed|es|s)$");
    private static final Pattern VOWEL = Pattern.compile("(?<=\\p{L}{3})[ey]$");
    private static final Map<String, String> SUBJECT_OF = subjects();
    private static final Pattern CLOCK = Pattern.compile(
            "\\b\\d{1,2}(?:[:.]\\d\\d)? ?(?:am|pm|a\\.m\\.|p\\.m\\.|h\\b|o'clock)|\\b\\d{1,2}:\\d\\d\\b");
    private static final Pattern MONEY = Pattern.compile("[$€£]\\s?\\d|\\d\\s?(?:[$€£]|dollars?|euros?|pounds?)");

    private Words() {}

    static Set<String> of(String sentence) {
        String lower = sentence.toLowerCase(Locale.ROOT).replace('’', '\'');
        Set<String> found = Arrays.stream(lower.replaceAll("'s\\b", "").replace("'", "").split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() > 1 && !EMPTY.contains(word))
                .map(Words::stem)
                .map(stem -> SUBJECT_OF.getOrDefault(stem, stem))
                .collect(Collectors.toCollection(HashSet::new));
        if (CLOCK.matcher(lower).find()) {
            found.add("hours");
        }
        if (MONEY.matcher(lower).find()) {
            found.add("price");
        }
        return found;
    }

    private static String stem(String word) {
        return VOWEL.matcher(ENDING.matcher(word).replaceFirst("")).replaceFirst("");
    }

    private static Map<String, String> subjects() {
        Map<String, String> subjectOf = new HashMap<>();
        for (String row : SUBJECTS) {
            String[] words = row.split(" ");
            Arrays.stream(words).forEach(word -> subjectOf.put(stem(word), words[0]));
        }
        return Map.copyOf(subjectOf);
    }
}
