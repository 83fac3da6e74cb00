package dev.parley.app.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.ports.FieldError;
import dev.parley.ports.Result;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Reads the fields of an object one by one and remembers everything that is wrong with them: a field that is missing, of the
 * wrong type or unknown makes the request malformed, one whose value cannot be taken makes it invalid. A field that is null
 * counts as absent. Not thread-safe.
 */
public final class Fields {

    static final int MOST_ERRORS = 20;
    private static final int LONGEST_ECHO = 64;

    private final String path;
    private final ObjectNode node;
    private final Findings findings;
    private final Set<String> known = new HashSet<>();

    private Fields(String path, ObjectNode node, Findings findings) {
        this.path = path;
        this.node = node;
        this.findings = findings;
    }

    /** The fields of a whole request. */
    public static Fields of(ObjectNode node) {
        return new Fields("", node, new Findings());
    }

    /** A field of text. */
    public Optional<String> text(String name) {
        return text(name, Format.any());
    }

    /** A field of text that stands for something. */
    public <T> Optional<T> text(String name, Format<T> format) {
        return find(name).flatMap(value -> read(join(path, name), value, format));
    }

    /** A field of text that must be there. */
    public <T> Optional<T> requireText(String name, Format<T> format) {
        require(name);
        return text(name, format);
    }

    /** A field of texts that stand for something. */
    public <T> Optional<List<T>> texts(String name, Format<T> format) {
        return items(name, (place, item) -> read(place, item, format));
    }

    /** A field of objects; each is read by {@code reader}. */
    public <T> Optional<List<T>> objects(String name, Reader<T> reader) {
        return items(name, (place, item) -> item instanceof ObjectNode object ? nested(place, object, reader) : wrong(place, "an object"));
    }

    /** A field that is true or false. */
    public Optional<Boolean> flag(String name) {
        return find(name).flatMap(
                value -> value.isBoolean() ? Optional.of(value.booleanValue()) : wrong(
                        join(path, name),
                        "true or false"));
    }

    /** A field of a whole number that an int can hold. */
    public OptionalInt whole(String name) {
        return find(name).flatMap(value -> value.isIntegralNumber() ? fitting(name, value) : wrong(join(path, name), "a whole number"))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    /** A field of an object whose own fields are nobody's business here. */
    public Optional<ObjectNode> object(String name) {
        return find(name).flatMap(
                value -> value instanceof ObjectNode object ? Optional.of(object) : wrong(
                        join(path, name),
                        "an object"));
    }

    /** A field of an object of texts, numbers and flags. */
    public Scalars scalars(String name) {
        Map<String, Optional<String>> scalars = new LinkedHashMap<>();
        object(name).ifPresent(
                object -> object.properties()
                        .forEach(
                                member -> scalars
                                        .put(member.getKey(), scalar(join(join(path, name), member.getKey()), member.getValue()))));
        return new Scalars(scalars);
    }

    /**
     * The same in a merge patch, where the whole field can be null.
     *
     * @param present the names of what is there, and is removed then
     */
    public Scalars scalars(String name, Set<String> present) {
        Scalars scalars = scalars(name);
        return node.path(name).isNull() ? Scalars.removing(present) : scalars;
    }

    /** The fields of a field; none when it is absent. */
    public Fields within(String name) {
        return new Fields(join(path, name), object(name).orElseGet(JsonNodeFactory.instance::objectNode), findings);
    }

    /** Demands that a field is there. */
    public Fields require(String name) {
        if (find(name).isEmpty()) {
            findings.malformed(new FieldError(join(path, name), "required", "Must be given."));
        }
        return this;
    }

    /** Notes that a value which was read cannot be taken. */
    public Fields refuse(String name, String code, String detail) {
        findings.invalid(new FieldError(join(path, name), code, detail));
        return this;
    }

    /** Notes a contradiction between fields. */
    public Fields contradict(String name, String code, String detail) {
        findings.malformed(new FieldError(join(path, name), code, detail));
        return this;
    }

    /** Whether a field is there. */
    public boolean has(String name) {
        return find(name).isPresent();
    }

    /** Refuses every field that was not asked for. */
    public Fields nothingElse() {
        return nothingElseBut(_ -> false);
    }

    /** Refuses every field that was not asked for, except some that are nobody's business. */
    public Fields nothingElseBut(Predicate<String> ignored) {
        node.properties()
                .stream()
                .filter(member -> !known.contains(member.getKey()) && !ignored.test(member.getKey()))
                .forEach(
                        member -> findings.malformed(
                                new FieldError(
                                        join(path, member.getKey()),
                                        "unknown_field",
                                        "There is no such field.")));
        return this;
    }

    /** What was read, or everything that is wrong. */
    public <T> Result<T> build(Supplier<T> built) {
        return findings.rejection().<Result<T>>map(Result::rejected).orElseGet(() -> Result.ok(built.get()));
    }

    static String join(String path, String name) {
        return path.isEmpty() ? shortened(name) : path + "." + shortened(name);
    }

    static String shortened(String name) {
        return name.length() > LONGEST_ECHO ? name.substring(0, LONGEST_ECHO) + "…" : name;
    }

    private Optional<JsonNode> find(String name) {
        known.add(name);
        return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
    }

    private <T> Optional<List<T>> items(String name, Item<T> reader) {
        String place = join(path, name);
        return find(name).flatMap(value -> value.isArray() ? Optional.of(value) : wrong(place, "a list"))
                .map(
                        list -> IntStream.range(0, list.size())
                                .boxed()
                                .flatMap(i -> reader.read(place + "[" + i + "]", list.get(i)).stream())
                                .toList());
    }

    private Optional<String> scalar(String place, JsonNode value) {
        if (value.isContainerNode()) {
            return wrong(place, "a string");
        }
        return value.isNull() ? Optional.empty() : Optional.of(value.asText());
    }

    private <T> Optional<T> nested(String place, ObjectNode object, Reader<T> reader) {
        return reader.read(new Fields(place, object, findings));
    }

    private <T> Optional<T> read(String place, JsonNode value, Format<T> format) {
        if (!value.isTextual()) {
            return wrong(place, "a string");
        }
        Optional<T> parsed = format.parse().apply(value.textValue());
        if (parsed.isEmpty()) {
            findings.invalid(new FieldError(place, format.code(), format.detail()));
        }
        return parsed;
    }

    private Optional<Integer> fitting(String name, JsonNode value) {
        if (!value.canConvertToInt()) {
            refuse(name, "out_of_range", "Must be a smaller number.");
            return Optional.empty();
        }
        return Optional.of(value.intValue());
    }

    private <T> Optional<T> wrong(String place, String wanted) {
        findings.malformed(new FieldError(place, "wrong_type", "Must be " + wanted + "."));
        return Optional.empty();
    }

    /**
     * Reads what some fields stand for.
     *
     * @param <T> what they stand for
     */
    public interface Reader<T> {
        /** Reads it; empty when that cannot be, and the fields remember why. */
        Optional<T> read(Fields fields);
    }

    /** Reads one item of a list. */
    private interface Item<T> {
        Optional<T> read(String place, JsonNode item);
    }
}
