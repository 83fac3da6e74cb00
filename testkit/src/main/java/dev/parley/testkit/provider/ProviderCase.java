package dev.parley.testkit.provider;

import dev.parley.ports.Keyword;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.SmsProviderFactory;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * What a provider says and hears, as data: all that {@link SmsProviderContract} has to know of it. Each method adds something and
 * returns the same case. What is missing is no error here: the rule that needs it fails and says what to add. For one thread.
 *
 * <h2>Templates</h2> A template is a small HTTP message as text: a line, headers, an empty line, a body.
 * <pre>{@code
 * POST
 * Content-Type: application/json
 *
 * {"id":"${id}","from":"${from}","to":"${to}","text":"${body}"}
 * }</pre> The line is the method and, if anything, what follows our address: {@code GET ?id=${id}&text=${body}}. Placeholders are
 * escaped for where they stand, as the content type says: as part of a JSON string, a form field, a query parameter, XML.
 * <table>
 * <caption>Placeholders</caption>
 * <tr><td>{@code ${id}}</td><td>the provider's name for a text, a UUID</td></tr>
 * <tr><td>{@code ${from} ${to}}</td><td>who sends, who receives: in a webhook with a text, the contact and our number; in a report
 * and in a request that sends, our number and the contact. E.164 with plus, or {@code ${from.digits}} without</td></tr>
 * <tr><td>{@code ${body}}</td><td>the text</td></tr>
 * <tr><td>{@code ${message}}</td><td>our own name for a text that we send</td></tr>
 * <tr><td>{@code ${statusUrl}}</td><td>in a request: where to report. The adapter may have added a query</td></tr>
 * <tr><td>{@code ${account.X}}</td><td>the value of the account's setting X</td></tr>
 * <tr><td>{@code ${status} ${code}}</td><td>the provider's word for a status and its code for an error</td></tr>
 * <tr><td>{@code ${media.url} ${media.type}}</td><td>where a picture is, and its media type if the provider says it</td></tr>
 * <tr><td>{@code ${part.ref} ${part.index} ${part.total}}</td><td>which part of which text, the first being 1</td></tr>
 * <tr><td>{@code ${items}}</td><td>in the envelope of a batch: its items, separated by commas</td></tr>
 * <tr><td>{@code ${now} ${now.seconds}}</td><td>the time, as ISO 8601 and in seconds since 1970</td></tr>
 * </table>
 */
public final class ProviderCase {

    private final SmsProviderFactory factory;
    private final Map<Piece, List<Template>> templates = new EnumMap<>(Piece.class);
    private final SequencedMap<Keyword, Template> keywords = new LinkedHashMap<>();
    private final SequencedMap<String, DeliveryReport.Status> statuses = new LinkedHashMap<>();
    private final SequencedMap<String, Reason> reasons = new LinkedHashMap<>();
    private final List<ApiAnswer> answers = new ArrayList<>();
    private final SequencedMap<String, Expect> receivers = new LinkedHashMap<>();
    private final List<Account> accounts = new ArrayList<>();
    private final List<Account> others = new ArrayList<>();
    private final List<Signature> signatures = new ArrayList<>();

    private Duration patience = Duration.ofSeconds(30);

    private ProviderCase(SmsProviderFactory factory) {
        this.factory = factory;
    }

    /** A case of the provider of which that is the factory; as discovery makes it, without arguments. */
    public static ProviderCase of(SmsProviderFactory factory) {
        return new ProviderCase(factory);
    }

    /** Credentials and settings of an account, by the names of the settings: all required ones, and what proves a webhook. */
    public ProviderCase account(Map<String, String> values) {
        accounts.add(new Account(values));
        return this;
    }

    /** The same settings of somebody else's account: every value differs. */
    public ProviderCase otherAccount(Map<String, String> values) {
        others.add(new Account(values));
        return this;
    }

    /** How the provider proves that a webhook is its own. */
    public ProviderCase signed(Signature signature) {
        signatures.add(signature);
        return this;
    }

    /** A text as the provider posts it: {@code ${id} ${from} ${to} ${body}}. Once for each shape that it comes in. */
    public ProviderCase inbound(String template) {
        return with(Piece.INBOUND, template);
    }

    /** A text with a picture: as {@link #inbound} with {@code ${media.url} ${media.type}}. Optional. */
    public ProviderCase media(String template) {
        return with(Piece.MEDIA, template);
    }

    /** An opt-out word that the provider has dealt with itself, where it does. */
    public ProviderCase keyword(Keyword keyword, String template) {
        keywords.put(keyword, new Template(Piece.KEYWORD, template));
        return this;
    }

    /**
     * One part of a longer text: as {@link #inbound} with {@code ${part.ref} ${part.index} ${part.total}}. For providers that do
     * not join parts.
     */
    public ProviderCase part(String template) {
        return with(Piece.PART, template);
    }

    /**
     * A webhook that carries several texts, where one can.
     *
     * @param envelope a template with {@code ${items}}
     * @param item one of these, with {@code ${id} ${from} ${to} ${body}}: no HTTP message, just the item
     */
    public ProviderCase batch(String envelope, String item) {
        templates.computeIfAbsent(Piece.BATCH, _ -> new ArrayList<>()).add(Template.batch(envelope, item));
        return this;
    }

    /** What the provider posts about a text of ours: {@code ${id} ${status}}, mostly {@code ${to}}, perhaps {@code ${code}}. */
    public ProviderCase report(String template) {
        return with(Piece.REPORT, template);
    }

    /** The same for a text that failed, with {@code ${code}}, where it has another shape. */
    public ProviderCase failure(String template) {
        return with(Piece.FAILURE, template);
    }

    /** What a word of the provider's in a report means. */
    public ProviderCase status(String word, DeliveryReport.Status status) {
        statuses.put(word, status);
        return this;
    }

    /** What an error code of the provider's in a report means. */
    public ProviderCase reason(String code, Reason reason) {
        reasons.put(code, reason);
        return this;
    }

    /**
     * The request that hands a text to the provider: a template whose line is the method and the path under the base URL. Of a
     * header, a form field, a query parameter or a value in JSON that stands here, the adapter's request has to have the very
     * same; it may have more.
     */
    public ProviderCase sends(String template) {
        return with(Piece.SENDS, template);
    }

    /** What a send comes to when the provider's API answers so. JSON and XML are told by their first character. */
    public ProviderCase answer(int status, String body, Expect expected) {
        return answer(status, "", body, expected);
    }

    /**
     * The same, of an answer with headers.
     *
     * @param headers one a line, such as {@code Retry-After: 7}
     */
    public ProviderCase answer(int status, String headers, String body, Expect expected) {
        answers.add(new ApiAnswer(status, headers, body, expected));
        return this;
    }

    /**
     * What a send to that number comes to, for a provider that calls nobody's API to send: without {@link #sends} and
     * {@link #answer}.
     */
    public ProviderCase receiver(String number, Expect expected) {
        receivers.put(number, expected);
        return this;
    }

    private ProviderCase with(Piece piece, String template) {
        templates.computeIfAbsent(piece, _ -> new ArrayList<>()).add(new Template(piece, template));
        return this;
    }

    /** Waits no longer than that for a provider that must not wait for ever: for tests of the rules themselves. */
    ProviderCase patience(Duration most) {
        patience = most;
        return this;
    }

    Duration patience() {
        return patience;
    }

    SmsProviderFactory factory() {
        return factory;
    }

    /** What the description says. */
    Described described() {
        return new Described(factory);
    }

    /** Both accounts, as far as they are given. */
    List<Account> accounts() {
        return Stream.concat(accounts.stream(), others.stream()).toList();
    }

    Account account() {
        return accounts.stream().findFirst().orElseThrow(() -> missing("account(Map.of(…)): credentials and settings of an account"));
    }

    Account otherAccount() {
        return others.stream().findFirst().orElseThrow(() -> missing("otherAccount(Map.of(…)): the same settings of somebody else's"));
    }

    Signature signature() {
        return signatures.stream().findFirst().orElseThrow(() -> missing("signed((webhook, account, now) -> …): how webhooks are signed"));
    }

    /** All templates of a kind that a rule cannot do without. */
    List<Template> need(Piece piece) {
        return Optional.ofNullable(templates.get(piece)).orElseThrow(piece::missing);
    }

    List<Template> all(Piece piece) {
        return templates.getOrDefault(piece, List.of());
    }

    SequencedMap<Keyword, Template> keywords() {
        return keywords;
    }

    SequencedMap<String, DeliveryReport.Status> statuses() {
        return statuses;
    }

    SequencedMap<String, Reason> reasons() {
        return reasons;
    }

    List<ApiAnswer> answers() {
        return answers;
    }

    SequencedMap<String, Expect> receivers() {
        return receivers;
    }

    static AssertionError missing(String call) {
        return new AssertionError("provider() does not say it yet: add ." + call);
    }
}
