package dev.parley.bench.standin;

import dev.parley.bench.ledger.Ledger;
import dev.parley.bench.ledger.What;
import java.util.Map;

/**
 * A carrier's messenger: goes to the server with webhooks and notes what it is told. Thread-safe.
 *
 * @param publicUrl the server's address as the carrier has it; the way there is {@code door}
 */
public record Rounds(Way door, Ledger ledger, Errands errands, String publicUrl) {

    /** A signed webhook. */
    record Webhook(String target, Map<String, String> headers, String body) {}

    /**
     * What becomes of a text of ours.
     *
     * @param sid the carrier's name for it
     * @param word the carrier's word for it
     */
    record Report(SendDesk.Sent sent, String sid, String word) {}

    /** Brings a text once; what was said. */
    int bring(Text text, Webhook webhook) throws InterruptedException {
        ledger.note(What.TEXT_OFFERED, "id", text.id(), "line", text.line().name(), "from", text.contact(), "to", text.line().number(),
                "tag", Integer.toString(Text.tag(text.body())), "body", text.body());
        int status = ask(webhook);
        ledger.note(What.TEXT_ANSWERED, "id", text.id(), "line", text.line().name(), "from", text.contact(), "body", text.body(),
                "status", Integer.toString(status));
        return status;
    }

    /** Brings a report once; what was said. */
    int bring(Report report, Webhook webhook) throws InterruptedException {
        String message = report.sent().order().message();
        ledger.note(What.REPORT_OFFERED, "message", message, "sid", report.sid(), "report", report.word());
        int status = ask(webhook);
        ledger.note(What.REPORT_ANSWERED, "message", message, "sid", report.sid(), "report", report.word(), "status",
                Integer.toString(status));
        return status;
    }

    private int ask(Webhook webhook) throws InterruptedException {
        return door.ask("POST", webhook.target(), webhook.headers(), webhook.body()).status();
    }
}
