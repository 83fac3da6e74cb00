package dev.parley.testkit.provider;

import dev.parley.ports.spi.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A small HTTP message with placeholders.
 *
 * @param piece what it is for
 * @param text as the author wrote it
 * @param item what repeats in it; empty when nothing does
 */
record Template(Piece piece, String text, String item) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

    Template(Piece piece, String text) {
        this(piece, text, "");
    }

    static Template batch(String envelope, String item) {
        return new Template(Piece.BATCH, envelope, item);
    }

    /** The message with these values at an address of ours. */
    Webhook webhook(String url, Values values) {
        return new Webhook(method(), url + fill(target(), Escape.FORM, values), headers(values), body(values));
    }

    /** The body of a batch with exactly these items. */
    Webhook webhook(String url, Values values, List<String> items) {
        return webhook(url, values.with("items", String.join(",", items)));
    }

    String item(Values values) {
        return fill(item, escape(), values);
    }

    String method() {
        return line().split(" ", 2)[0].strip();
    }

    /** What follows the method in the first line. */
    String target() {
        String[] words = line().split(" ", 2);
        return words.length < 2 ? "" : words[1].strip();
    }

    List<Parameter> headers(Values values) {
        return head().lines().skip(1).filter(line -> !line.isBlank()).map(line -> header(line, values)).toList();
    }

    String body(Values values) {
        return fill(rawBody(), escape(), values);
    }

    String fill(String part, Escape escape, Values values) {
        UnaryOperator<String> written = name -> name.equals("items") ? values.get(name) : escape.of(values.get(name));
        return PLACEHOLDER.matcher(part).replaceAll(hit -> Matcher.quoteReplacement(written.apply(hit.group(1))));
    }

    boolean names(String placeholder) {
        return placeholders().contains(placeholder) || placeholders().contains(placeholder + ".digits");
    }

    Set<String> placeholders() {
        return PLACEHOLDER.matcher(text + item).results().map(hit -> hit.group(1)).collect(Collectors.toSet());
    }

    String contentType() {
        return headers(Values.ANY).stream()
                .filter(h -> h.name().equalsIgnoreCase("Content-Type"))
                .map(Parameter::value)
                .findFirst()
                .orElse("");
    }

    Escape escape() {
        return Escape.in(contentType());
    }

    String rawBody() {
        int end = text.indexOf("\n\n");
        return end < 0 ? "" : text.substring(end + 2).strip();
    }

    private String head() {
        int end = text.indexOf("\n\n");
        return end < 0 ? text : text.substring(0, end);
    }

    private String line() {
        return head().lines().findFirst().orElse("").strip();
    }

    private Parameter header(String line, Values values) {
        List<String> pair = Arrays.asList(line.split(":", 2));
        String value = Optional.of(pair).filter(p -> p.size() > 1).map(p -> p.get(1).strip()).orElse("");
        return new Parameter(pair.getFirst().strip(), fill(value, Escape.NONE, values));
    }
}
