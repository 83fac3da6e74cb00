package dev.parley.testkit.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.parley.ports.Secret;
import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.spi.ProviderSetup;
import dev.parley.ports.spi.SendOutcome;
import dev.parley.ports.spi.Settings;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.Verdict;
import dev.parley.ports.spi.WebhookCheck;
import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookRequest;
import dev.parley.testkit.fake.MutableClock;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a rule works on: an adapter, an account, and the provider's API to talk to. For one rule. */
final class Bench implements AutoCloseable {

    private final ProviderCase of;
    private final Watch watch;
    private final MutableClock clock = new MutableClock();
    private final List<VendorApi> apis = new ArrayList<>();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<String> unused = new ArrayList<>();
    private final List<SmsProvider> usual = new ArrayList<>();

    Bench(ProviderCase of, Watch watch) {
        this.of = of;
        this.watch = watch;
    }

    ProviderCase of() {
        return of;
    }

    MutableClock clock() {
        return clock;
    }

    List<Leak> leaks() {
        return watch.leaks();
    }

    /** What the adapter said, in outcomes and verdicts. */
    List<String> told() {
        return told;
    }

    List<String> unused() {
        return unused;
    }

    /** What the adapter showed the provider to be let in. */
    List<String> credentials() {
        return apis.stream()
                .flatMap(api -> api.received().stream())
                .flatMap(request -> request.header("Authorization").stream())
                .map(value -> value.substring(value.indexOf(' ') + 1))
                .distinct()
                .toList();
    }

    /** The provider's API, which does as the script says. */
    VendorApi api(Reply...script) {
        var api = new VendorApi(List.of(script));
        apis.add(api);
        return api;
    }

    /** The adapter for the account, with an API that nobody should need: always the same one. */
    SmsProvider provider() {
        if (usual.isEmpty()) {
            usual.add(provider(of.account()));
        }
        return usual.getFirst();
    }

    SmsProvider provider(Account account) {
        return provider(account, api(Reply.of(500, "")).url());
    }

    SmsProvider provider(Account account, URI api) {
        Map<String, Secret> values = account.values()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, value -> new Secret(value.getValue())));
        return of.factory().create(new ProviderSetup(new Settings(values), Optional.of(api), clock));
    }

    /** Sends a text, and keeps what the adapter says about it. */
    SendOutcome send(SmsProvider provider, OutboundText text) {
        SendOutcome outcome = provider.send(text);
        told.add(Outcomes.words(outcome));
        return outcome;
    }

    /** What the usual text comes to when the provider does that. */
    SendOutcome send(Reply reply) {
        VendorApi api = api(reply);
        SendOutcome outcome = send(provider(of.account(), api.url()), Sample.outbound(Sample.CONTACT, Sample.BODY));
        if (api.unused() > 0) {
            unused.add("the send never asked for " + reply);
        }
        return outcome;
    }

    Verdict check(SmsProvider provider, WebhookRequest request) {
        Verdict verdict = provider.check(request);
        told.add(Outcomes.words(verdict));
        return verdict;
    }

    Values inbound() {
        return Sample.inbound(of.account(), clock.instant());
    }

    Values report() {
        String word = of.statuses().isEmpty() ? "" : of.statuses().firstEntry().getKey();
        return Sample.report(of.account(), clock.instant()).with("status", word);
    }

    /** A webhook, not signed yet. */
    Webhook webhook(Template template, Values values) {
        boolean isReport = template.piece() == Piece.REPORT || template.piece() == Piece.FAILURE;
        String url = Sample.HOOKS + of.described().name() + (isReport ? "/status" : "/inbound");
        return template.piece() == Piece.BATCH ? template.webhook(url, values, List.of(template.item(values)))
                : template.webhook(url, values);
    }

    /** One webhook of each template that there is, not signed yet. */
    List<Webhook> webhooks() {
        of.need(Piece.INBOUND);
        Stream<Template> pieces = Stream.of(Piece.values()).filter(p -> p != Piece.SENDS).flatMap(p -> of.all(p).stream());
        return Stream.concat(pieces, of.keywords().values().stream()).map(this::usual).toList();
    }

    private Webhook usual(Template template) {
        boolean isReport = template.piece() == Piece.REPORT || template.piece() == Piece.FAILURE;
        return webhook(template, isReport ? report() : inbound());
    }

    Webhook sign(Webhook webhook) {
        return sign(webhook, of.account());
    }

    Webhook sign(Webhook webhook, Account account) {
        try {
            return of.signature().sign(webhook, account, clock.instant());
        } catch (GeneralSecurityException e) {
            throw new AssertionError("signed(…) cannot sign: " + e, e);
        }
    }

    /** What the adapter reads from a webhook that the provider signs. */
    List<WebhookEvent> read(Webhook unsigned) {
        SmsProvider provider = provider();
        WebhookCheck check = WebhookCheck.of(provider, sign(unsigned).request());
        var passed = assertInstanceOf(WebhookCheck.Passed.class, check, () -> "a signed webhook is not believed, see A1: " + check);
        return provider.read(passed.webhook());
    }

    List<WebhookEvent> read(Template template, Values values) {
        return read(webhook(template, values));
    }

    /** The one event in a webhook. */
    <E extends WebhookEvent> E only(Class<E> kind, Template template, Values values) {
        List<WebhookEvent> events = read(template, values);
        assertEquals(1, events.size(), () -> "this is one event, but was read as " + events);
        return assertInstanceOf(kind, events.getFirst(), () -> "it was read as " + events);
    }

    WebhookEvent.InboundText text(Template template, Values values) {
        return only(WebhookEvent.InboundText.class, template, values);
    }

    @Override
    public void close() {
        apis.forEach(VendorApi::close);
    }
}
