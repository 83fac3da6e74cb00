package dev.parley.bench.standin;

import dev.parley.bench.standin.Rounds.Report;
import dev.parley.bench.standin.Rounds.Webhook;
import dev.parley.bench.standin.SendDesk.Order;
import dev.parley.bench.standin.SendDesk.Sent;
import dev.parley.bench.standin.Site.Asked;
import dev.parley.bench.standin.Site.Said;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Twilio: takes texts and lists them, and brings some within 15 s or never. */
public final class Twilio implements Carrier {

    private static final String INBOUND = "/webhooks/twilio/inbound";
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** As the operator's guide says to set it: {@code #rc=3&rp=ct,rt,5xx}. */
    private static final int RETRIES = 3;

    private final List<Line> lines;
    private final SendDesk desk;
    private final Rounds rounds;
    private final TwilioLog log = new TwilioLog();

    /** Twilio with accounts. */
    public Twilio(List<Line> lines, SendDesk desk, Rounds rounds) {
        this.lines = List.copyOf(lines);
        this.desk = desk;
        this.rounds = rounds;
    }

    /** Its API. */
    public Said answer(Asked asked) throws InterruptedException {
        Optional<Line> line = lines.stream().filter(l -> asked.path().startsWith("/2010-04-01/Accounts/" + l.account())).findFirst();
        if (line.isEmpty() || !asked.header("Authorization").equals(Basic.of(line.get().account(), line.get().secret()))) {
            return Said.json(401, "{\"code\":20003,\"message\":\"Authenticate\",\"status\":401}");
        }
        if (!asked.path().endsWith("/Messages.json")) {
            return Said.json(404, "{\"code\":20404,\"message\":\"not found\",\"status\":404}");
        }
        return asked.method().equals("GET") ? log.list(line.get(), asked.query()) : take(line.get(), asked.form());
    }

    private Said take(Line line, Map<String, String> form) throws InterruptedException {
        String callback = form.getOrDefault("StatusCallback", "");
        String message = callback.replaceFirst(".*[?&]message=([^&]*).*", "$1");
        var order = new Order(message, line, form.getOrDefault("From", ""), form.getOrDefault("To", ""), form.getOrDefault("Body", ""));
        return desk.take(order, new Voice(callback));
    }

    @Override
    public void bring(Text text) {
        log.received(text);
        rounds.errands().begin(() -> bringWithin(text, System.nanoTime() + PATIENCE.toNanos()));
    }

    private void bringWithin(Text text, long deadline) throws InterruptedException {
        Webhook webhook = webhook(INBOUND, text.line(), inbound(text));
        for (int tries = 0; tries <= RETRIES && System.nanoTime() - deadline < 0; tries++) {
            int status = rounds.bring(text, webhook);
            if (status > 0 && status < 500) {
                return;
            }
            Thread.sleep(PAUSE);
        }
    }

    private static Map<String, String> inbound(Text text) {
        return Map.of("MessageSid", text.id(), "SmsMessageSid", text.id(), "AccountSid", text.line().account(), "From", text.contact(),
                "To",
                text.line().number(), "Body", text.body(), "NumMedia", "0", "FromCity", "", "SmsStatus", "received", "ApiVersion",
                "2010-04-01");
    }

    private Webhook webhook(String target, Line line, Map<String, String> fields) {
        String signature = Crypto.twilio(line.secret(), rounds.publicUrl() + target, fields);
        return new Webhook(target, Map.of("Content-Type", Form.TYPE, "X-Twilio-Signature", signature), Form.write(fields));
    }

    /** How Twilio speaks about one text. */
    private final class Voice implements SendDesk.Voice {

        private final String callback;

        Voice(String callback) {
            this.callback = callback;
        }

        @Override
        public String sid(Sent sent) {
            return "SM%032x".formatted(sent.number());
        }

        @Override
        public void accept(Sent sent) {
            log.sent(sent, sid(sent));
        }

        @Override
        public Said taken(Sent sent) {
            return Said.json(201, TwilioLog.row(sent, sid(sent), "queued").toString());
        }

        @Override
        public Said throttled() {
            return new Said(
                    429,
                    "{\"code\":20429,\"message\":\"Too Many Requests\",\"status\":429}",
                    Map.of("Content-Type", "application/json", "Retry-After", "1"));
        }

        @Override
        public void report(Sent sent, boolean hasArrived) throws InterruptedException {
            if (callback.isEmpty()) {
                return;
            }
            String word = hasArrived ? "delivered" : "sent";
            URI url = URI.create(callback);
            var fields = new TreeMap<>(
                    Map.of("MessageSid", sid(sent), "AccountSid", sent.order().line().account(), "From",
                            sent.order().from(), "To", sent.order().to(), "MessageStatus", word, "SmsStatus", word));
            String target = url.getRawPath() + "?" + url.getRawQuery();
            rounds.bring(new Report(sent, sid(sent), word), webhook(target, sent.order().line(), fields));
        }
    }
}
