package dev.parley.testkit.fake;

import dev.parley.ports.Keyword;
import dev.parley.ports.MessageId;
import dev.parley.ports.spi.AuthenticWebhook;
import dev.parley.ports.spi.InboundHistory;
import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.spi.Parameter;
import dev.parley.ports.spi.ProviderError;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.Receipt;
import dev.parley.ports.spi.SendLookup;
import dev.parley.ports.spi.SendOutcome;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.Verdict;
import dev.parley.ports.spi.WebhookAnswer;
import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport;
import dev.parley.ports.spi.WebhookRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * An account at a provider that is not there. It takes every text, under the names {@code fake-1}, {@code fake-2} and so on,
 * unless it is told otherwise, and believes every {@link FakeWebhook} that carries its secret. Thread-safe.
 */
public final class FakeProvider implements SmsProvider, SendLookup, InboundHistory {

    private final String secret;
    private final List<OutboundText> sent = new CopyOnWriteArrayList<>();
    private final AtomicInteger taken = new AtomicInteger();
    private final Script<OutboundText, SendOutcome> script = new Script<>(_ -> accepted("fake-" + taken.incrementAndGet()));

    private final List<SearchedText> searched = new CopyOnWriteArrayList<>();
    private final List<Period> asked = new CopyOnWriteArrayList<>();
    private volatile Function<SearchedText, SendLookup.Answer> log = _ -> new SendLookup.Answer.NotFound();
    private volatile Function<Period, InboundHistory.Answer> received = _ -> new InboundHistory.Answer.Received(
            List.of(),
            Optional.empty());

    /** An account whose webhooks carry that secret. */
    public FakeProvider(String secret) {
        this.secret = secret;
    }

    @Override
    public SendOutcome send(OutboundText text) {
        sent.add(text);
        return script.answer(text);
    }

    @Override
    public SendLookup.Answer lookUp(SearchedText text) {
        searched.add(text);
        return log.apply(text);
    }

    @Override
    public InboundHistory.Answer received(Period period) {
        asked.add(period);
        return received.apply(period);
    }

    /** Genuine when the header {@link FakeWebhook#SIGNATURE} holds the secret. */
    @Override
    public Verdict check(WebhookRequest request) {
        return request.header(FakeWebhook.SIGNATURE).filter(secret::equals).isPresent() ? new Verdict.Genuine()
                : Verdict.Forged.because("The signature is not the secret.");
    }

    @Override
    public List<WebhookEvent> read(AuthenticWebhook webhook) {
        List<Parameter> form = webhook.form();
        return List.of(switch (value(form, "kind").orElse("")) {
            case "text" -> text(form);
            case "report" -> report(form);
            case "signal" -> new WebhookEvent.OptOutSignal(get(form, "from"), get(form, "to"), Keyword.valueOf(get(form, "keyword")));
            default -> new WebhookEvent.Ignored("nothing of interest");
        });
    }

    /** As usual, but that whoever tries an address with a GET of nothing finds it there. */
    @Override
    public WebhookAnswer answer(WebhookRequest request, Receipt receipt) {
        boolean trial = request.method().equals("GET") && request.query().isEmpty();
        return trial ? WebhookAnswer.NO_CONTENT : SmsProvider.super.answer(request, receipt);
    }

    /** The next sends come to this, in that order. */
    public void willAnswer(SendOutcome...outcomes) {
        script.add(List.of(outcomes));
    }

    /** The next send comes to this; whatever else the function does happens before the provider answers. */
    public void willAnswerOnce(Function<OutboundText, SendOutcome> answer) {
        script.add(answer);
    }

    /** Every send for which nothing else was laid in comes to this. */
    public void alwaysAnswer(Function<OutboundText, SendOutcome> answer) {
        script.always(answer);
    }

    /** From now on whoever looks a text up is told this; before that it has none. */
    public void alwaysFind(Function<SearchedText, SendLookup.Answer> answer) {
        log = answer;
    }

    /** From now on whoever asks what it received is told this; before that it received nothing. */
    public void alwaysTell(Function<Period, InboundHistory.Answer> answer) {
        received = answer;
    }

    /** What was looked up, in order. */
    public List<SearchedText> searched() {
        return List.copyOf(searched);
    }

    /** For what it was asked that it might have received, in order. */
    public List<Period> asked() {
        return List.copyOf(asked);
    }

    /** What it was given to send, in order. */
    public List<OutboundText> sent() {
        return List.copyOf(sent);
    }

    /** The outcome of a send that the provider took under these names; it says nothing about segments or sender. */
    public static SendOutcome accepted(String...providerIds) {
        return new SendOutcome.Accepted(List.of(providerIds), Optional.empty(), Optional.empty());
    }

    /** The outcome of a send that the provider refused, with code 400. */
    public static SendOutcome refused(Reason reason) {
        return new SendOutcome.Refused(error(reason));
    }

    private static WebhookEvent text(List<Parameter> form) {
        return new WebhookEvent.InboundText(
                get(form, "id"),
                get(form, "from"),
                get(form, "to"),
                get(form, "body"),
                List.of(),
                value(form, "keyword").map(Keyword::valueOf),
                value(form, "part").map(FakeProvider::part));
    }

    private static WebhookEvent report(List<Parameter> form) {
        return new WebhookEvent.DeliveryReport(
                get(form, "id"),
                value(form, "message").flatMap(MessageId::parse),
                DeliveryReport.Status.valueOf(get(form, "status")),
                value(form, "reason").map(Reason::valueOf).map(FakeProvider::error),
                value(form, "from"));
    }

    private static WebhookEvent.Part part(String word) {
        String[] fields = word.split("/", 3);
        return new WebhookEvent.Part(fields[0], Integer.parseInt(fields[1]), Integer.parseInt(fields[2]));
    }

    private static ProviderError error(Reason reason) {
        return new ProviderError(reason, "400", "the fake provider was told to say so");
    }

    private static Optional<String> value(List<Parameter> form, String name) {
        return Parameter.first(form, name);
    }

    private static String get(List<Parameter> form, String name) {
        return value(form, name).orElseThrow();
    }
}
