package dev.parley.bench.check;

import dev.parley.bench.ledger.Entry;
import dev.parley.bench.ledger.What;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A day on which nothing went wrong, to be spoilt: a text that was answered, one that a business was told of, a STOP, a note. */
final class GoodDay {

    final List<Entry> ledger = new ArrayList<>();
    final Map<String, List<Row>> tables = new HashMap<>();
    final List<String> log = new ArrayList<>(List.of("INFO ready"));
    private long time;

    GoodDay() {
        text("m1", "north", "+1202", "Hello canarynorth, order #t1");
        text("m2", "west", "+1202", "Hello canarywest, order #t2");
        text("m3", "north", "+1203", "STOP");
        note(What.MODEL_ASKED, "number", "1", "newest", "1", "canaries", "canarynorth");
        sent("r1", "north", "+1202", "Re #t1 canarynorth (r1)");
        sent("n1", "north", "+1202", "Note n1 canarynorth");
        note(What.API_ANSWERED, "key", "k", "status", "201", "message", "n1", "body", "{}");
        note(What.EVENT_OFFERED, "event", "e", "line", "west", "message", "id-m2", "digest", "d", "signature", "good", "canaries",
                "canarywest");
        note(What.EVENT_ANSWERED, "event", "e", "status", "200");
        note(What.API_SHOWN, "message", "r1", "line", "north", "status", "sent", "canaries", "canarynorth");
        row("message", inbound("m1", "Hello canarynorth, order #t1", "replied", "1"), Map.of("reply_id", "r1"));
        row("message", inbound("m2", "Hello canarywest, order #t2", "notified", "2"));
        row("message", inbound("m3", "STOP", "opt_out", "3"));
        row("message", outbound("r1", "Re #t1 canarynorth (r1)"), Map.of("is_reply", "1", "by_model", "1"));
        row("message", outbound("n1", "Note n1 canarynorth"), Map.of("is_reply", "0", "by_model", "0"));
        row("delivery", Map.of("id", "d", "message_id", "id-m2", "status", "delivered", "attempts", "[]"));
    }

    void note(What what, String...facts) {
        ledger.add(Entry.of(++time, what, facts));
    }

    void text(String id, String line, String from, String body) {
        note(What.TEXT_OFFERED, "id", id, "line", line, "from", from, "body", body);
        note(What.TEXT_ANSWERED, "id", id, "line", line, "from", from, "body", body, "status", "200");
    }

    void sent(String id, String line, String to, String body) {
        note(What.SEND_OFFERED, "message", id, "line", line, "to", to, "body", body);
        note(What.SEND_ACCEPTED, "message", id, "line", line, "to", to, "body", body, "segments", "1");
        note(What.REPORT_ANSWERED, "message", id, "sid", "s" + id, "report", "delivered", "status", "200");
    }

    static Map<String, String> inbound(String id, String body, String fate, String at) {
        return Map.of("id", "id-" + id, "inbound_id", id, "body", body, "handled_as", fate, "created_at", at, "status", "received");
    }

    static Map<String, String> outbound(String id, String body) {
        return Map.of("id", id, "body", body, "status", "delivered", "segments", "1", "provider_id", "s" + id, "created_at",
                "1970-01-01 00:00:09");
    }

    void row(String table, Map<String, String> cells) {
        row(table, cells, Map.of());
    }

    void row(String table, Map<String, String> cells, Map<String, String> more) {
        var all = new HashMap<>(cells);
        all.putAll(more);
        tables.computeIfAbsent(table, _ -> new ArrayList<>()).add(new Row(all));
    }

    /** Changes a cell of a message; to nothing if it is empty. */
    void change(String id, String column, String value) {
        tables.getOrDefault("message", List.of()).replaceAll(row -> row.get("id").equals(id) ? changed(row, column, value) : row);
    }

    private static Row changed(Row row, String column, String value) {
        var cells = new HashMap<>(row.cells());
        cells.put(column, value);
        cells.values().removeIf(String::isEmpty);
        return new Row(cells);
    }

    void forget(String id) {
        tables.getOrDefault("message", List.of()).removeIf(row -> row.get("id").equals(id));
    }

    Evidence evidence() {
        return new Evidence(ledger, new Tables(tables), log, Map.of("north", "canarynorth", "west", "canarywest"), Set.of("canarynorth"));
    }
}
