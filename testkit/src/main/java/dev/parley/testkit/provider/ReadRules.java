package dev.parley.testkit.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.parley.ports.spi.Media;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.SmsProviderFactory.Claim;
import dev.parley.ports.spi.WebhookCheck;
import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import dev.parley.testkit.Rule;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What the provider tells us of texts is read as it was meant. */
final class ReadRules {

    static final List<Rule<Bench>> RULES = List.of(
            new Rule<>(
                    "R1",
                    "a text is read with its id and its words",
                    "read(…): which field is the id, which the text",
                    ReadRules::id_and_words),
            new Rule<>(
                    "R2",
                    "who sent a text and who received it are not confused",
                    "read(…): from and to, perhaps swapped",
                    ReadRules::from_and_to),
            new Rule<>(
                    "R3",
                    "numbers are read in E.164, with plus",
                    "read(…): put a + before a number that comes without one, and keep the one that is there",
                    ReadRules::plus),
            new Rule<>(
                    "R4",
                    "a sender that is no number is read as it is",
                    "read(…): no + before a short code or a name, and no exception",
                    ReadRules::odd_senders),
            new Rule<>("R6", "a text without words is a text", "read(…): an empty body is no reason to ignore a text", ReadRules::empty),
            new Rule<>(
                    "R7",
                    "what the provider adds one day does no harm",
                    "check(…) and read(…): unknown headers, parameters and fields are signed like others, and otherwise left alone",
                    ReadRules::unknown_fields),
            new Rule<>(
                    "R8",
                    "the same text has the same id, and another text another",
                    "read(…): the provider's own name for the text, not one made here, and not that of the event",
                    ReadRules::ids),
            new Rule<>(
                    "R9",
                    "what is not understood is ignored, not thrown at",
                    "read(…): ask whether a field is there and of which type before using it; WebhookEvent.Ignored otherwise",
                    ReadRules::garbage),
            new Rule<>(
                    "R10",
                    "an unverified webhook claims to be for nobody else",
                    "claim(…) of the factory: our number and the account key, or nothing; and never an exception",
                    ReadRules::claims));

    /** Where pictures come, too. */
    static final List<Rule<Bench>> MEDIA = List.of(
            new Rule<>("R5", "a picture is read with its type and its address", "read(…): InboundText.with(media)", ReadRules::media));

    private ReadRules() {}

    private static void each(Bench bench, BiConsumer<Template, Values> check) {
        bench.of().need(Piece.INBOUND).forEach(template -> check.accept(template, bench.inbound()));
    }

    private static void id_and_words(Bench bench) {
        each(bench, (template, values) -> {
            InboundText text = bench.text(template, values);
            assertEquals(Sample.id(1), text.providerMessageId(), "the id");
            assertEquals(Sample.BODY, text.body(), "the words");
            assertEquals(List.of(), text.media(), "pictures of a text that has none");
        });
    }

    private static void from_and_to(Bench bench) {
        each(bench, (template, values) -> {
            InboundText text = bench.text(template, values);
            assertEquals(digits(Sample.CONTACT), digits(text.from()), "from is who sent it, the contact");
            assertEquals(digits(Sample.OURS), digits(text.to()), "to is our number");
            InboundText next = bench.text(template, values.number("to", Sample.OURS_TOO).with("id", Sample.id(2)));
            assertEquals(digits(Sample.OURS_TOO), digits(next.to()), "to is another number of ours, in the next webhook");
        });
    }

    private static String digits(String number) {
        return number.replaceFirst("^\\+", "");
    }

    private static void plus(Bench bench) {
        each(bench, (template, values) -> {
            InboundText text = bench.text(template, values);
            Check.that(text.from().matches("\\+\\d+"), () -> "from has no plus or more than digits: " + text.from());
            Check.that(text.to().matches("\\+\\d+"), () -> "to has no plus or more than digits: " + text.to());
        });
    }

    private static void odd_senders(Bench bench) {
        for (String sender : List.of("72345", "729", "723456", "Acme Inc", "ACME-24")) {
            each(bench, (template, values) -> assertEquals(sender, bench.text(template, values.number("from", sender)).from()));
        }
    }

    private static void media(Bench bench) {
        for (Template template : bench.of().need(Piece.MEDIA)) {
            List<Media> read = bench.text(template, bench.inbound()).media();
            assertEquals(List.of(Sample.MEDIA_URL), read.stream().map(Media::url).toList());
            boolean typed = template.placeholders().contains("media.type");
            assertEquals(List.of(Sample.MEDIA_TYPE), typed ? read.stream().map(Media::contentType).toList() : List.of(Sample.MEDIA_TYPE));
        }
    }

    private static void empty(Bench bench) {
        each(bench, (template, values) -> assertEquals("", bench.text(template, values.with("body", "")).body()));
    }

    private static void unknown_fields(Bench bench) {
        each(bench, (template, values) -> {
            Webhook more = bench.webhook(template, values).withHeader("X-New-One", "1").withParameter("aNewOne", "a & b = ü");
            assertEquals(bench.read(template, values), bench.read(more), "with a header X-New-One and a parameter aNewOne");
        });
    }

    private static void ids(Bench bench) {
        each(bench, (template, values) -> {
            String id = bench.text(template, values).providerMessageId();
            bench.clock().passTime(java.time.Duration.ofSeconds(60));
            assertEquals(id, bench.text(template, values).providerMessageId(), "delivered twice, it has two ids");
            assertNotEquals(id, bench.text(template, values.with("id", Sample.id(2))).providerMessageId(), "two texts have one id");
        });
    }

    private static void garbage(Bench bench) {
        SmsProvider provider = bench.provider();
        for (Webhook webhook : bench.webhooks()) {
            Garbage.instead(webhook).forEach(odd -> readsQuietly(bench, provider, odd));
        }
    }

    private static void readsQuietly(Bench bench, SmsProvider provider, Webhook odd) {
        if (!(signed(bench, odd).map(signed -> WebhookCheck.of(provider, signed.request()))
                .orElse(null) instanceof WebhookCheck.Passed(var webhook))) {
            return;
        }
        try {
            for (WebhookEvent event : provider.read(webhook)) {
                assertNotNull(event);
            }
        } catch (RuntimeException thrown) {
            // Whatever it throws is what this rule is about, and the reader needs what it was thrown at.
            throw new AssertionError("read(…) threw " + thrown + " at a signed " + shortened(odd), thrown);
        }
    }

    private static String shortened(Webhook odd) {
        String shown = odd.method() + " " + odd.url() + " " + odd.body();
        return shown.length() > 400 ? shown.substring(0, 400) + "…" : shown;
    }

    private static Optional<Webhook> signed(Bench bench, Webhook odd) {
        try {
            return Optional.of(bench.sign(odd));
        } catch (RuntimeException | AssertionError unsignable) {
            // Of this the provider's own way to sign makes nothing, so that nobody will ever send it.
            return Optional.empty();
        }
    }

    private static void claims(Bench bench) {
        for (Webhook webhook : bench.webhooks()) {
            Claim claim = bench.of().factory().claim(bench.sign(webhook).request());
            claim.ourNumber().ifPresent(number -> assertEquals(Sample.OURS, number, () -> "our number, of " + webhook.url()));
            Optional<String> key = bench.of()
                    .described()
                    .settings()
                    .stream()
                    .filter(dev.parley.ports.spi.SettingKey::identifiesAccount)
                    .findFirst()
                    .map(setting -> bench.of().account().get(setting.name()));
            claim.account().ifPresent(account -> assertEquals(key, Optional.of(account), "the account"));
        }
        Garbage.requests(bench.webhooks().getFirst()).forEach(request -> bench.of().factory().claim(request));
    }
}
