package dev.parley.ports.spi;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A webhook as it came, before anybody believed or parsed it. Immutable; does not print what it carries.
 */
public final class WebhookRequest {

    private final String method;
    private final String publicUrl;
    private final List<Parameter> headers;
    private final byte[] body;

    /**
     * Takes a request over.
     *
     * @param method {@code GET} or {@code POST}
     * @param publicUrl the address as the provider called it: the configured public base URL, then path and query exactly
     *                  as they stood in the request line
     * @param headers all of them, repeated names included
     * @param body the bytes as received; not copied, so leave them alone
     */
    public WebhookRequest(String method, String publicUrl, List<Parameter> headers, byte[] body) {
        this.method = method;
        this.publicUrl = publicUrl;
        this.headers = List.copyOf(headers);
        this.body = body;
    }

    /** The HTTP method, in capitals. */
    public String method() {
        return method;
    }

    /** The address as the provider called it, unchanged. */
    public String publicUrl() {
        return publicUrl;
    }

    /** The bytes as received; leave them alone. */
    public byte[] body() {
        return body;
    }

    /** The body as UTF-8. */
    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The first header of that name, whatever the case. */
    public Optional<String> header(String name) {
        return headers.stream().filter(h -> h.name().equalsIgnoreCase(name)).map(Parameter::value).findFirst();
    }

    /** The media type of the body in lower case and without parameters; empty when none is given. */
    public String contentType() {
        return header("Content-Type").map(MediaTypes::essence).orElse("");
    }

    /** The query parameters, decoded, in order, repeated names and empty values included. */
    public List<Parameter> query() {
        int question = publicUrl.indexOf('?');
        return question < 0 ? List.of() : Parameter.parse(publicUrl.substring(question + 1));
    }

    /** The parameters of a form body, decoded, in order; none when the body is no form. */
    public List<Parameter> form() {
        return contentType().equals("application/x-www-form-urlencoded") ? Parameter.parse(bodyText()) : List.of();
    }

    @Override
    public String toString() {
        return "WebhookRequest[" + method + ", " + body.length + " bytes]";
    }
}
