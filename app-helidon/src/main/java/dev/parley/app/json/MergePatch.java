package dev.parley.app.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON merge patches, as <a href="https://www.rfc-editor.org/rfc/rfc7396#section-2">RFC 7396</a> has them. */
public final class MergePatch {

    private MergePatch() {}

    /** The target with the patch merged into it; neither is changed. */
    public static ObjectNode apply(ObjectNode target, ObjectNode patch) {
        ObjectNode merged = target.deepCopy();
        patch.properties().forEach(member -> merge(merged, member.getKey(), member.getValue()));
        return merged;
    }

    private static void merge(ObjectNode merged, String name, JsonNode value) {
        if (value.isNull()) {
            merged.remove(name);
            return;
        }
        merged.set(name, value instanceof ObjectNode patch ? apply(objectOr(merged.get(name)), patch) : value.deepCopy());
    }

    private static ObjectNode objectOr(JsonNode current) {
        return current instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
    }
}
