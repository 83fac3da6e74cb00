package dev.parley.testkit.provider;

import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** How a value is written into a place, so that it means itself there. */
enum Escape {
    /** As it is. */
    NONE {
        @Override
        String of(String value) {
            return value;
        }
    },
    /** Inside the quotes of a JSON string. */
    JSON {
        @Override
        String of(String value) {
            String quoted = TextNode.valueOf(value).toString();
            return quoted.substring(1, quoted.length() - 1);
        }
    },
    /** In a form or a query. */
    FORM {
        @Override
        String of(String value) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    },
    /** In XML's text or attributes. */
    XML {
        @Override
        String of(String value) {
            return value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;").replace("\r", "&#13;").replace("\n", "&#10;");
        }
    };

    abstract String of(String value);

    /** How values are written into a body of that type. */
    static Escape in(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT);
        if (type.contains("json")) {
            return JSON;
        }
        return type.contains("form-urlencoded") ? FORM : type.contains("xml") ? XML : NONE;
    }
}
