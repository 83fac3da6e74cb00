package dev.parley.testkit.fake;

import dev.parley.ports.Keyword;
import dev.parley.ports.MessageId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.spi.Parameter;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport;
import dev.parley.ports.spi.WebhookRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A webhook as {@link FakeProvider} understands it: a form. Refine it with {@link #with} and make the request with
 * {@link #signedBy} or {@link #unsigned}. Immutable; does not print what it carries.
 *
 * @param fields the fields of the form
 */
public record FakeWebhook(List<Parameter> fields) {

    /** The header that holds the secret of the connection: that is all there is to a signature here. */
    public static final String SIGNATURE = "X-Fake-Signature";

    /** The address at which all of these webhooks come. */
    public static final String URL = "https://parley.example/webhooks/fake/inbound";

    /** Copies the list. */
    public FakeWebhook {
        fields = List.copyOf(fields);
    }

    /** A contact sent a text. */
    public static FakeWebhook text(String providerMessageId, String from, String to, String body) {
        return of("text").with("id", providerMessageId).with("from", from).with("to", to).with("body", body);
    }

    /** A report about a text of ours. */
    public static FakeWebhook report(String providerMessageId, DeliveryReport.Status status) {
        return of("report").with("id", providerMessageId).with("status", status.name());
    }

    /** A contact stopped or restarted texts at the provider. */
    public static FakeWebhook signal(String contact, String ourNumber, Keyword keyword) {
        return of("signal").with("from", contact).with("to", ourNumber).with("keyword", keyword.name());
    }

    /** Something that the provider reads as {@link dev.parley.ports.spi.WebhookEvent.Ignored}. */
    public static FakeWebhook ofNoInterest() {
        return of("nothing");
    }

    /** The same, of a provider that has dealt with the opt-out word itself. */
    public FakeWebhook handled(Keyword keyword) {
        return with("keyword", keyword.name());
    }

    /** The same, being one part of a longer text; counted from 1. */
    public FakeWebhook part(String reference, int index, int total) {
        return with("part", reference + "/" + index + "/" + total);
    }

    /** The same, carrying our own name for the text. */
    public FakeWebhook about(MessageId message) {
        return with("message", message.toString());
    }

    /** The same, saying why the text failed. */
    public FakeWebhook because(Reason reason) {
        return with("reason", reason.name());
    }

    /** The same, saying from which number of ours the text went. */
    public FakeWebhook sentFrom(PhoneNumber ours) {
        return with("from", ours.e164());
    }

    /** The same, naming the account. */
    public FakeWebhook ofAccount(String account) {
        return with("account", account);
    }

    /** The same with one more field. */
    public FakeWebhook with(String name, String value) {
        return new FakeWebhook(Stream.concat(fields.stream(), Stream.of(new Parameter(name, value))).toList());
    }

    /** The request, authentic for connections of that secret. */
    public WebhookRequest signedBy(String secret) {
        return request(List.of(new Parameter(SIGNATURE, secret)));
    }

    /** The request without a signature. */
    public WebhookRequest unsigned() {
        return request(List.of());
    }

    @Override
    public String toString() {
        return "FakeWebhook" + fields.stream().map(Parameter::name).toList();
    }

    private static FakeWebhook of(String kind) {
        return new FakeWebhook(List.of(new Parameter("kind", kind)));
    }

    private WebhookRequest request(List<Parameter> signature) {
        var type = new Parameter("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
        return new WebhookRequest(
                "POST",
                URL,
                Stream.concat(Stream.of(type), signature.stream()).toList(),
                form().getBytes(StandardCharsets.UTF_8));
    }

    private String form() {
        return fields.stream().map(f -> encode(f.name()) + "=" + encode(f.value())).collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
