package dev.parley.app.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.parley.ports.FieldError;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what JSON allows but nobody means: half a surrogate pair cannot be stored as UTF-8, NUL ends a text for half the
 * world, and 1e999999999 takes a gigabyte once somebody writes it out.
 */
final class Soundness {

    private static final int SMALLEST_CONTROL = 0;
    private static final int LARGEST_SCALE = 64;

    private final List<FieldError> errors = new ArrayList<>();

    private Soundness() {}

    static List<FieldError> check(ObjectNode object) {
        var soundness = new Soundness();
        soundness.visit("", object);
        return soundness.errors;
    }

    private void visit(String path, JsonNode node) {
        if (errors.size() >= Fields.MOST_ERRORS) {
            return;
        }
        switch (node) {
            case ObjectNode object -> object.properties().forEach(member -> visitMember(path, member.getKey(), member.getValue()));
            case ArrayNode array -> visitItems(path, array);
            case TextNode text -> check(path, isText(text.textValue()), "not_text", "Must not hold NUL or half a surrogate pair.");
            case NumericNode number -> check(path, isMeasurable(number), "out_of_range", "Must be a number that people write out.");
            default -> {
                // true, false and null are always sound.
            }
        }
    }

    private void visitMember(String path, String name, JsonNode value) {
        String inner = Fields.join(path, name);
        check(inner, isText(name), "not_text", "Its name must not hold NUL or half a surrogate pair.");
        visit(inner, value);
    }

    private void visitItems(String path, ArrayNode array) {
        for (int i = 0; i < array.size(); i++) {
            visit(path + "[" + i + "]", array.get(i));
        }
    }

    private void check(String path, boolean sound, String code, String detail) {
        if (!sound) {
            errors.add(new FieldError(path, code, detail));
        }
    }

    private static boolean isText(String text) {
        return text.codePoints().noneMatch(c -> c == SMALLEST_CONTROL || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }

    private static boolean isMeasurable(NumericNode number) {
        return !number.isBigDecimal() || Math.abs((long) number.decimalValue().scale()) <= LARGEST_SCALE;
    }
}
