package dev.parley.llm.scripted;

import dev.parley.ports.model.ModelOutcome.Failure;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The lines of a prompt that say which trouble to rehearse.
 *
 * @param lines what stands behind {@code scripted:}, of each
 * @param rest the prompt without them
 */
record Controls(List<String> lines, String rest) {

    private static final Pattern LINE = Pattern.compile("(?mi)^[ \\t]*scripted:[ \\t]*(.*?)[ \\t]*$\\R?");
    private static final Pattern DELAY = Pattern.compile("(?i)delay (\\d{1,6}) ?(ms|s|m)");
    private static final Pattern FAIL = Pattern.compile("(?i)fail (timeout|rate_limited|unavailable|auth|refused)");
    private static final Pattern SAY = Pattern.compile("(?i)say \"(.*)\"");
    private static final Pattern EMPTY = Pattern.compile("(?i)empty()");
    private static final Map<String, ChronoUnit> UNITS = Map.of("ms", ChronoUnit.MILLIS, "s", ChronoUnit.SECONDS, "m", ChronoUnit.MINUTES);

    static Controls in(String prompt) {
        return new Controls(LINE.matcher(prompt).results().map(line -> line.group(1)).toList(), LINE.matcher(prompt).replaceAll(""));
    }

    boolean misspelt() {
        return !lines.stream().allMatch(line -> Stream.of(DELAY, FAIL, SAY, EMPTY).anyMatch(form -> form.matcher(line).matches()));
    }

    Duration delay() {
        return find(DELAY).map(found -> time(found.group(1), found.group(2))).orElse(Duration.ZERO);
    }

    Optional<Failure> failure() {
        return find(FAIL).map(m -> Failure.valueOf(m.group(1).toUpperCase(Locale.ROOT)));
    }

    Optional<String> say() {
        return find(SAY).or(() -> find(EMPTY)).map(m -> m.group(1));
    }

    private static Duration time(String amount, String unit) {
        return Duration.of(Long.parseLong(amount), UNITS.getOrDefault(unit.toLowerCase(Locale.ROOT), ChronoUnit.SECONDS));
    }

    private Optional<MatchResult> find(Pattern form) {
        return lines.stream().flatMap(line -> form.matcher(line).results()).findFirst();
    }
}
