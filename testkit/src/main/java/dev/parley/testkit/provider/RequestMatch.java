package dev.parley.testkit.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.ports.spi.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares a request with the template of it: what stands in the template has to be there, and more may be. */
final class RequestMatch {

    private final Template template;
    private final Values values;
    private final List<String> differences = new ArrayList<>();

    private RequestMatch(Template template, Values values) {
        this.template = template;
        this.values = values;
    }

    /** In what a request differs. A placeholder without a value stands for anything. */
    static List<String> differences(Template template, Values values, Received request) {
        var match = new RequestMatch(template, values);
        match.head(request);
        match.content(request);
        return List.copyOf(match.differences);
    }

    /** The same for the query and the body alone. */
    static List<String> ofContent(Template template, Values values, Received request) {
        var match = new RequestMatch(template, values);
        match.content(request);
        return List.copyOf(match.differences);
    }

    private void head(Received request) {
        compare("the method", template.method(), request.method());
        compare("the path", filled(path(), Escape.FORM), request.path());
        for (Parameter header : template.headers(values)) {
            String is = request.header(header.name()).orElse("(none)");
            boolean isType = header.name().equalsIgnoreCase("Content-Type");
            compare("the header " + header.name(), isType ? type(header.value()) : header.value(), isType ? type(is) : is);
        }
    }

    private static String type(String header) {
        return header.split(";", 2)[0].strip().toLowerCase(java.util.Locale.ROOT);
    }

    private String path() {
        return template.target().split("\\?", 2)[0];
    }

    private void content(Received request) {
        int question = template.target().indexOf('?');
        pairs("the query parameter ", question < 0 ? "" : template.target().substring(question + 1), request.query());
        switch (template.escape()) {
            case JSON -> node("", Json.read(template.rawBody()), Json.read(request.body()));
            case FORM -> pairs("the field ", template.rawBody(), Parameter.parse(request.body()));
            case XML, NONE -> compare("the body", template.body(values), request.body());
        }
    }

    private void pairs(String what, String expected, List<Parameter> are) {
        for (Parameter pair : Parameter.parse(expected)) {
            List<String> is = are.stream().filter(p -> p.name().equals(pair.name())).map(Parameter::value).toList();
            compare(what + pair.name(), filled(pair.value(), Escape.NONE), is.size() == 1 ? is.getFirst() : is.toString());
        }
    }

    private void node(String where, JsonNode expected, JsonNode is) {
        if (expected.isObject()) {
            for (Map.Entry<String, JsonNode> field : expected.properties()) {
                node(where + "/" + field.getKey(), field.getValue(), is.path(field.getKey()));
            }
        } else if (expected.isArray()) {
            compare("the length of " + where, String.valueOf(expected.size()), String.valueOf(is.size()));
            for (int i = 0; i < expected.size(); i++) {
                node(where + "/" + i, expected.get(i), is.path(i));
            }
        } else {
            compare(where, filled(expected.asText(), Escape.NONE), is.isValueNode() ? is.asText() : "(" + is.getNodeType() + ")");
        }
    }

    private String filled(String part, Escape escape) {
        return template.fill(part, escape, values);
    }

    private void compare(String what, String expected, String is) {
        boolean anything = expected.contains("${");
        boolean fits = expected.equals(values.get("statusUrl")) ? is.startsWith(expected) : is.equals(expected);
        if (!anything && !fits) {
            differences.add(what + " is «" + is + "» where «" + expected + "» was to be");
        }
    }
}
