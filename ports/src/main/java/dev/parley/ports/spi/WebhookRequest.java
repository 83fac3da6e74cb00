package dev.parley.ports.spi;

import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Optional;

/**
 * A webhook as it came, before anybody believed or parsed it. Immutable; does not print what it carries.
 */
public sealed class WebhookRequest permits AuthenticWebhook {

    private final String method;
    private final String publicUrl;
    private final List<Parameter> headers;
    private final byte[] body;
    private final Caller caller;

    /**
     * Who is at the other end of the connection: the provider, or a proxy before us.
     *
     * @param address its IP address; empty when it is not known
     * @param certificates what it showed in the TLS handshake, its own first; empty when TLS ends before us or it showed none
     */
    public record Caller(String address, List<Certificate> certificates) {

        /** Nothing is known. */
        public static final Caller UNKNOWN = new Caller("", List.of());

        /** Copies the list. */
        public Caller {
            certificates = List.copyOf(certificates);
        }
    }

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
        this(method, publicUrl, headers, body, Caller.UNKNOWN);
    }

    private WebhookRequest(String method, String publicUrl, List<Parameter> headers, byte[] body, Caller caller) {
        this.method = method;
        this.publicUrl = publicUrl;
        this.headers = List.copyOf(headers);
        this.body = body;
        this.caller = caller;
    }

    WebhookRequest(WebhookRequest same) {
        this(same.method, same.publicUrl, same.headers, same.body, same.caller);
    }

    /** The same request, come from there. */
    public WebhookRequest from(Caller other) {
        return new WebhookRequest(method, publicUrl, headers, body, other);
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

    /**
     * The body as text, in the character set that its Content-Type names, by default and when that is unknown UTF-8. JSON is always
     * UTF-8 (RFC 8259, 8.1): a header that nobody signs must not change how a signed text reads.
     */
    public String bodyText() {
        return new String(body, header("Content-Type").map(MediaTypes::charset).orElse(StandardCharsets.UTF_8));
    }

    /** Who is at the other end of the connection. */
    public Caller caller() {
        return caller;
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

    /** The first value of that name in the query or, failing that, in the form. */
    public Optional<String> parameter(String name) {
        return Parameter.first(query(), name).or(() -> Parameter.first(form(), name));
    }

    /** The parameters of a form body, decoded, in order; none when the body is no form. */
    public List<Parameter> form() {
        return contentType().equals("application/x-www-form-urlencoded") ? Parameter.parse(new String(body, StandardCharsets.UTF_8))
                : List.of();
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + "[" + method + ", " + body.length + " bytes]";
    }
}
