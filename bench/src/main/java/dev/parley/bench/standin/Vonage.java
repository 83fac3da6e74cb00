package dev.parley.bench.standin;

import dev.parley.bench.standin.Rounds.Report;
import dev.parley.bench.standin.Rounds.Webhook;
import dev.parley.bench.standin.SendDesk.Order;
import dev.parley.bench.standin.SendDesk.Sent;
import dev.parley.bench.standin.Site.Asked;
import dev.parley.bench.standin.Site.Said;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Vonage's SMS API: takes texts, and brings some again and again until it hears 200 or 204. */
public final class Vonage implements Carrier {

    /** Half a day of its patience is half an hour here: first 5 s and doubling to 15 min there, 1 s and doubling to 8 s here. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Duration PATIENCE_WITH_REPORTS = Duration.ofSeconds(20);

    private final List<Line> lines;
    private final SendDesk desk;
    private final Rounds rounds;

    /** Vonage with accounts. */
    public Vonage(List<Line> lines, SendDesk desk, Rounds rounds) {
        this.lines = List.copyOf(lines);
        this.desk = desk;
        this.rounds = rounds;
    }

    /** Its API. */
    public Said answer(Asked asked) throws InterruptedException {
        Optional<Line> line = lines.stream()
                .filter(l -> asked.header("Authorization").equals(Basic.of(l.account(), l.secret())))
                .findFirst();
        if (!asked.path().equals("/sms/json") || line.isEmpty()) {
            return Said.json(line.isEmpty() ? 401 : 404, "{\"error_title\":\"nothing for you here\"}");
        }
        Map<String, String> form = asked.form();
        var order = new Order(
                form.getOrDefault("client-ref", ""),
                line.get(),
                "+" + form.getOrDefault("from", ""),
                "+" + form.getOrDefault("to", ""),
                form.getOrDefault("text", ""));
        return desk.take(order, new Voice(form.getOrDefault("callback", "")));
    }

    @Override
    public void bring(Text text) {
        rounds.errands().begin(() -> bringFor(PATIENCE, () -> rounds.bring(text, inbound(text))));
    }

    /** One try. */
    @FunctionalInterface
    private interface Try {
        int go() throws InterruptedException;
    }

    private static void bringFor(Duration patience, Try next) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        Duration pause = FIRST_PAUSE;
        int status = next.go();
        while ((status <= 0 || status == 429 || status >= 500) && System.nanoTime() - deadline < 0) {
            Thread.sleep(pause);
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            status = next.go();
        }
    }

    private static Webhook inbound(Text text) {
        return webhook("/webhooks/vonage/inbound", text.line(), Map.of("msisdn", text.contact().substring(1), "to",
                text.line().number().substring(1), "messageId", text.id(), "text", text.body(), "type", "text", "keyword", "HELLO"));
    }

    private static Webhook webhook(String target, Line line, Map<String, String> fields) {
        var all = new TreeMap<>(fields);
        all.put("api-key", line.account());
        all.put("timestamp", Long.toString(Instant.now().getEpochSecond()));
        all.put("nonce", Integer.toHexString(all.hashCode()));
        all.put("sig", Crypto.vonage(line.secret(), all));
        return new Webhook(target, Map.of("Content-Type", Form.TYPE), Form.write(all));
    }

    /** How Vonage speaks about one text; of a long one it names every part. */
    private final class Voice implements SendDesk.Voice {

        private final String callback;

        Voice(String callback) {
            this.callback = callback;
        }

        @Override
        public String sid(Sent sent) {
            return sid(sent, 1);
        }

        private static String sid(Sent sent, int part) {
            return "0A%010X%04X".formatted(sent.number(), part);
        }

        @Override
        public Said taken(Sent sent) {
            var parts = new StringBuilder();
            for (int part = 1; part <= sent.segments(); part++) {
                parts.append(part == 1 ? "" : ",")
                        .append("""
                        {"to":"%s","message-id":"%s","status":"0","client-ref":"%s","remaining-balance":"3.14","message-price":"0.03"}"""
                                .formatted(sent.order().to().substring(1), sid(sent, part), sent.order().message()));
            }
            return Said.json(200, "{\"message-count\":\"" + sent.segments() + "\",\"messages\":[" + parts + "]}");
        }

        @Override
        public Said throttled() {
            return Said.json(200,
                    """
                    {"message-count":"1","messages":[{"status":"1","error-text":"Throughput Rate Exceeded - please wait [ 500 ] and retry"}]}""");
        }

        @Override
        public void report(Sent sent, boolean hasArrived) throws InterruptedException {
            String target = callback.isEmpty() ? "/webhooks/vonage/status" : URI.create(callback).getRawPath();
            for (int part = 1; part <= sent.segments(); part++) {
                report(sent, sid(sent, part), hasArrived ? "delivered" : "accepted", target);
            }
        }

        private void report(Sent sent, String sid, String word, String target) throws InterruptedException {
            Webhook webhook = webhook(target, sent.order().line(), Map.of("msisdn", sent.order().to().substring(1), "to",
                    sent.order().from().substring(1), "messageId", sid, "status", word, "err-code", "0", "client-ref",
                    sent.order().message(), "network-code", "310090", "price", "0.03", "scts", "2601011200"));
            bringFor(PATIENCE_WITH_REPORTS, () -> rounds.bring(new Report(sent, sid, word), webhook));
        }
    }
}
