package dev.parley.bench.standin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.bench.standin.SendDesk.Sent;
import dev.parley.bench.standin.Site.Said;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The list of texts that Twilio keeps and shows, newest first and page by page. Thread-safe. */
final class TwilioLog {

    private static final int USUAL_PAGE = 50;

    private final Queue<Row> rows = new ConcurrentLinkedQueue<>();
    private final Set<String> received = ConcurrentHashMap.newKeySet();

    /** A text, in or out. */
    private record Row(String account, Instant at, ObjectNode json) {

        boolean fits(String account, Map<String, String> wanted) {
            return this.account.equals(account) && has("to", wanted.get("To")) && has("from", wanted.get("From")) && isIn(wanted);
        }

        private boolean has(String name, @org.jspecify.annotations.Nullable String value) {
            return value == null || json.path(name).asText().equals(value);
        }

        private boolean isIn(Map<String, String> wanted) {
            return wanted.entrySet().stream().filter(e -> e.getKey().startsWith("DateSent")).allMatch(e -> isIn(e.getKey(), e.getValue()));
        }

        /** {@code DateSent>=T} is the parameter {@code DateSent>}; a day alone means all of it. */
        private boolean isIn(String name, String bound) {
            Instant limit = bound.contains("T") ? Instant.parse(bound) : Instant.parse(bound + "T00:00:00Z");
            return switch (name) {
                case "DateSent>" -> !at.isBefore(limit);
                case "DateSent<" -> !at.isAfter(limit);
                default -> !at.isBefore(limit) && at.isBefore(limit.plusSeconds(86_400));
            };
        }
    }

    void sent(Sent sent, String sid) {
        rows.add(new Row(sent.order().line().account(), Instant.now(), row(sent, sid, "delivered")));
    }

    /** A text of ours as Twilio shows it. */
    static ObjectNode row(Sent sent, String sid, String status) {
        SendDesk.Order order = sent.order();
        return row(sid, order.line(), "outbound-api", status).put("from", order.from())
                .put("to", order.to())
                .put("body", order.body())
                .put("num_segments", Integer.toString(sent.segments()));
    }

    /** Once, however often it is brought. */
    void received(Text text) {
        if (!received.add(text.id())) {
            return;
        }
        ObjectNode json = row(text.id(), text.line(), "inbound", "received");
        json.put("from", text.contact()).put("to", text.line().number()).put("body", text.body()).put("num_segments", "1");
        rows.add(new Row(text.line().account(), Instant.now(), json));
    }

    private static ObjectNode row(String sid, Line line, String direction, String status) {
        String now = DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().atOffset(ZoneOffset.UTC));
        return JsonNodeFactory.instance.objectNode()
                .put("sid", sid)
                .put("account_sid", line.account())
                .put("direction", direction)
                .put("status", status)
                .put("num_media", "0")
                .put("date_created", now)
                .put("date_sent", now)
                .put("date_updated", now);
    }

    Said list(Line line, Map<String, String> wanted) {
        int size = Integer.parseInt(wanted.getOrDefault("PageSize", "" + USUAL_PAGE));
        int page = Integer.parseInt(wanted.getOrDefault("Page", "0"));
        List<ObjectNode> found = rows.stream().filter(row -> row.fits(line.account(), wanted)).map(Row::json).toList().reversed();
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("page", page).put("page_size", size);
        var messages = answer.putArray("messages");
        found.stream().skip((long) page * size).limit(size).forEach(messages::add);
        boolean isLast = found.size() <= (page + 1) * size;
        String path = "/2010-04-01/Accounts/" + line.account() + "/Messages.json?";
        answer.put("next_page_uri", isLast ? null : path + next(wanted, page + 1));
        return Said.json(200, answer.toString());
    }

    private static String next(Map<String, String> wanted, int page) {
        var more = new java.util.TreeMap<>(wanted);
        more.put("Page", "" + page);
        more.put("PageToken", "PA" + page);
        return Form.write(more);
    }
}
