package dev.parley.testkit.provider;

import dev.parley.ports.spi.Parameter;
import dev.parley.ports.spi.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A webhook as the provider is about to post it. Immutable; does not print what it carries.
 *
 * @param method {@code GET} or {@code POST}
 * @param url our public address, with the query
 * @param headers all of them
 * @param body the body as text, sent as UTF-8; empty when there is none
 */
public record Webhook(String method, String url, List<Parameter> headers, String body) {

    private static final String FORM = "application/x-www-form-urlencoded";

    /** Copies the list. */
    public Webhook {
        headers = List.copyOf(headers);
    }

    /** The body as it travels. */
    public byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /** The media type of the body in lower case and without parameters; empty when none is given. */
    public String contentType() {
        return headers.stream()
                .filter(h -> h.name().equalsIgnoreCase("Content-Type"))
                .findFirst()
                .map(h -> h.value().split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /**
     * The parameters, decoded and in order: those of the query, and then those of the form or the top-level fields of the JSON
     * object that the body is.
     */
    public List<Parameter> parameters() {
        int question = url.indexOf('?');
        Stream<Parameter> query = question < 0 ? Stream.of() : Parameter.parse(url.substring(question + 1)).stream();
        return Stream.concat(query, bodyParameters().stream()).toList();
    }

    /** The value of the first parameter of that name; empty when there is none. */
    public Optional<String> parameter(String name) {
        return Parameter.first(parameters(), name);
    }

    /** The same webhook with one more header. */
    public Webhook withHeader(String name, String value) {
        return new Webhook(method, url, Stream.concat(headers.stream(), Stream.of(new Parameter(name, value))).toList(), body);
    }

    /** The same webhook with one more parameter: in the form or the JSON object that the body is, otherwise in the query. */
    public Webhook withParameter(String name, String value) {
        if (Json.isObject(this)) {
            return withBody(Json.with(body, name, value));
        }
        String pair = Escape.FORM.of(name) + "=" + Escape.FORM.of(value);
        return isForm() ? withBody(body.isEmpty() ? pair : body + "&" + pair)
                : withUrl(url + (url.contains("?") ? "&" : "?") + pair);
    }

    Webhook withBody(String other) {
        return new Webhook(method, url, headers, other);
    }

    Webhook withUrl(String other) {
        return new Webhook(method, other, headers, body);
    }

    boolean isForm() {
        return contentType().equals(FORM);
    }

    boolean isJson() {
        return contentType().endsWith("json");
    }

    WebhookRequest request() {
        return new WebhookRequest(method, url, headers, bytes());
    }

    @Override
    public String toString() {
        return "Webhook[" + method + ", " + contentType() + "]";
    }

    private List<Parameter> bodyParameters() {
        if (isForm()) {
            return Parameter.parse(body);
        }
        return Json.isObject(this) ? Json.fields(body) : List.of();
    }
}
