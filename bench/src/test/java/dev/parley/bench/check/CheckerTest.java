package dev.parley.bench.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.bench.check.Checker.Finding;
import dev.parley.bench.ledger.Entry;
import dev.parley.bench.ledger.What;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Each invariant finds what it is there for, and nothing else does. */
class CheckerTest {

    private static final String SOON = "1970-01-01 00:04:00.5";

    @Test
    void a_good_day_is_good() {
        assertEquals(List.of(), broken(day -> {}));
    }

    @Test
    void an_acknowledged_text_that_is_gone() {
        assertEquals(List.of("I1"), broken(day -> day.forget("id-m3")));
    }

    @Test
    void a_quarantined_text_is_not_gone() {
        assertEquals(List.of(), broken(day -> {
            day.forget("id-m3");
            day.row("quarantine", Map.of("provider_id", "m3"));
        }));
    }

    @Test
    void a_text_that_is_there_twice() {
        assertEquals(List.of("I2"), broken(day -> day.row("message", GoodDay.inbound("m3", "STOP", "opt_out", "4"))));
    }

    @Test
    void a_text_that_nobody_brought() {
        assertEquals(List.of("I3"), broken(day -> day.row("message", GoodDay.inbound("m9", "STOP", "opt_out", "4"))));
    }

    @Test
    void a_text_that_waits_for_ever() {
        assertEquals(List.of("I4"), broken(day -> day.change("id-m3", "handled_as", "")));
    }

    @Test
    void a_text_that_is_answered_by_nothing() {
        assertEquals(List.of("I4"), broken(day -> {
            day.change("id-m1", "reply_id", "");
            day.change("r1", "is_reply", "0");
        }));
    }

    @Test
    void a_reply_to_nobody() {
        assertEquals(List.of("I4"), broken(day -> {
            day.change("id-m1", "reply_id", "");
            day.change("id-m1", "handled_as", "human");
        }));
    }

    @Test
    void a_reply_to_something_else() {
        assertEquals(List.of("I4"), broken(day -> day.change("r1", "body", "Re #t2 canarynorth (r1)")));
    }

    @Test
    void a_reply_that_is_still_being_sent() {
        assertEquals(List.of("I4", "I5", "I8"), broken(day -> day.change("r1", "status", "sending")));
    }

    @Test
    void a_text_that_was_sent_twice() {
        assertEquals(List.of("I5"), broken(day -> day.sent("r1", "north", "+1202", "Re #t1 canarynorth (r1)")));
    }

    @Test
    void a_text_that_was_sent_and_is_not_known() {
        assertEquals(List.of("I5"), broken(day -> day.sent("r9", "north", "+1202", "Note")));
    }

    @Test
    void a_text_that_is_said_to_be_sent_and_was_not() {
        assertEquals(List.of("I5"), broken(day -> day.row("message", GoodDay.outbound("n9", "Note"))));
    }

    @Test
    void a_reply_that_was_overtaken() {
        assertEquals(List.of("I6"), broken(CheckerTest::overtake));
    }

    @Test
    void a_reply_that_its_provider_puts_off_may_not_be_overtaken() {
        assertEquals(List.of("I6"), broken(day -> {
            day.note(What.SEND_ANSWERED, "message", "r0", "said", "THROTTLED");
            overtake(day);
        }));
    }

    @Test
    void a_reply_that_waits_for_the_database_may_not_be_overtaken() {
        assertEquals(List.of("I6"), broken(day -> {
            day.note(What.PULLED, "step", "KILL_DATABASE for 1 s");
            overtake(day);
            day.change("r0", "created_at", "1969-12-31 23:59:58.5+00");
        }));
    }

    @Test
    void a_reply_that_stood_still_with_its_node_may_be_overtaken() {
        assertEquals(List.of(), broken(day -> {
            day.note(What.PULLED, "step", "FREEZE_NODE 0 for 1 s");
            overtake(day);
            day.change("r0", "created_at", "1969-12-31 23:59:58.5+00");
        }));
    }

    private static void overtake(GoodDay day) {
        day.ledger.addFirst(Entry.of(0, What.TEXT_ANSWERED, "id", "m0", "line", "north", "from", "+1202", "body", "#t9", "status", "200"));
        day.ledger.addFirst(Entry.of(0, What.TEXT_OFFERED, "id", "m0", "line", "north", "from", "+1202", "body", "#t9"));
        day.row("message", GoodDay.inbound("m0", "Hello canarynorth, order #t9", "replied", "0"), Map.of("reply_id", "r0"));
        day.row("message", GoodDay.outbound("r0", "Re #t9 canarynorth (r0)"), Map.of("is_reply", "1", "by_model", "1"));
        day.sent("r0", "north", "+1202", "Re #t9 canarynorth (r0)");
    }

    @Test
    void a_text_after_a_stop() {
        assertEquals(List.of("I7"), broken(day -> day.ledger.add(offered(2_000_000))));
    }

    @Test
    void a_text_that_left_in_the_moment_of_the_stop() {
        assertEquals(List.of(), broken(day -> day.ledger.add(offered(500_000))));
    }

    @Test
    void a_text_after_a_stop_that_is_in_the_journal_of_a_node_that_is_down() {
        assertEquals(List.of(), broken(day -> {
            hide(day, "KILL_NODE 1 for 1 s");
            day.ledger.add(offered(2_000_000));
        }));
    }

    @Test
    void a_text_after_a_stop_that_is_in_the_journal_of_the_only_node() {
        assertEquals(List.of("I7"), broken(day -> {
            hide(day, "KILL_NODE 0 for 1 s");
            day.ledger.add(offered(2_000_000));
        }));
    }

    private static void hide(GoodDay day, String failure) {
        day.ledger.addFirst(Entry.of(0, What.PULLED, "step", "STOP_DATABASE for 1 s"));
        day.note(What.PULLED, "step", failure);
    }

    private static Entry offered(long at) {
        return Entry.of(at, What.SEND_OFFERED, "message", "n1", "line", "north", "to", "+1203", "body", "Note canarynorth");
    }

    @Test
    void the_confirmation_of_a_stop_is_none() {
        assertEquals(List.of(), broken(day -> day.note(What.SEND_OFFERED, "message", "c", "line", "north", "to", "+1203", "body",
                "You will get no more texts.")));
    }

    @Test
    void a_report_that_is_forgotten() {
        assertEquals(List.of("I8"), broken(day -> day.change("n1", "status", "sent")));
    }

    @Test
    void a_status_that_was_shown_and_fell() {
        assertEquals(List.of("I8"), broken(day -> day.note(What.API_SHOWN, "message", "r1", "line", "north", "status", "sending")));
    }

    @Test
    void a_question_with_words_of_two_organizations() {
        assertEquals(List.of("I9"), broken(day -> day.note(What.MODEL_ASKED, "number", "2", "canaries", "canarynorth canarywest")));
    }

    @Test
    void an_event_with_words_of_another_organization() {
        assertEquals(List.of("I9"), broken(day -> day.note(What.API_SHOWN, "message", "x", "line", "west", "status", "sent", "canaries",
                "canarynorth")));
    }

    @Test
    void work_that_is_left() {
        assertEquals(List.of("I10"), broken(day -> day.row("work", Map.of("kind", "SEND", "subject", "r1"))));
    }

    @Test
    void a_search_for_a_text_of_which_nobody_knows_is_no_debt() {
        assertEquals(List.of(), broken(day -> search(day, "unknown", SOON)));
    }

    @Test
    void a_search_for_a_text_whose_fate_is_known() {
        assertEquals(List.of("I10"), broken(day -> search(day, "failed", SOON)));
    }

    @Test
    void a_search_that_never_goes_on() {
        assertEquals(List.of("I10"), broken(day -> search(day, "unknown", "1970-01-01 01:00:00.5")));
    }

    @Test
    void a_search_that_nobody_began() {
        assertEquals(List.of("I10"), broken(day -> day.row("message", unsent("unknown"))));
    }

    @Test
    void a_search_that_is_over_is_no_debt() {
        assertEquals(List.of(), broken(day -> {
            day.row("message", unsent("unknown"));
            day.ledger.add(Entry.of(1_000_000_000_000L, What.PULLED, "step", "much later"));
        }));
    }

    @Test
    void a_question_to_a_carrier_is_no_debt() {
        assertEquals(List.of(), broken(day -> ask(day, "twilio", SOON)));
    }

    @Test
    void a_question_to_a_carrier_that_cannot_be_asked() {
        assertEquals(List.of("I10"), broken(day -> ask(day, "vonage", SOON)));
    }

    @Test
    void a_question_to_a_carrier_that_is_put_off_for_ever() {
        assertEquals(List.of("I10"), broken(day -> ask(day, "twilio", "1970-01-01 01:00:00.5")));
    }

    private static void search(GoodDay day, String status, String due) {
        day.row("message", unsent(status));
        day.row("lost_send", Map.of("message_id", "u1"));
        day.row("work", Map.of("kind", "resolve", "subject", "u1", "due_at", due));
    }

    private static Map<String, String> unsent(String status) {
        return Map.of("id", "u1", "body", "Note", "status", status, "updated_at", "1970-01-01 00:00:00");
    }

    private static void ask(GoodDay day, String provider, String due) {
        day.row("connection", Map.of("id", "c1", "provider", provider));
        day.row("work", Map.of("kind", "catch_up", "subject", "c1", "due_at", due));
    }

    @Test
    void an_event_that_nobody_took() {
        assertEquals(List.of("I11"), broken(day -> day.ledger.removeIf(entry -> entry.what() == What.EVENT_ANSWERED)));
    }

    @Test
    void an_event_that_changes_its_id() {
        assertEquals(List.of("I11"), broken(day -> day.note(What.EVENT_OFFERED, "event", "f", "line", "west", "message", "id-m2", "digest",
                "d", "signature", "good")));
    }

    @Test
    void an_event_that_is_not_signed() {
        assertEquals(List.of("I11"), broken(day -> day.note(What.EVENT_OFFERED, "event", "e", "line", "west", "message", "id-m2", "digest",
                "d", "signature", "bad")));
    }

    @Test
    void a_log_that_tells() {
        assertEquals(List.of("I12"), broken(day -> day.log.add("DEBUG Hello canarynorth")));
    }

    @Test
    void a_key_that_was_forgotten() {
        assertEquals(List.of("I13"),
                broken(day -> day.note(What.API_ANSWERED, "key", "k", "status", "201", "message", "n2", "body", "{}")));
    }

    @Test
    void a_bill_that_does_not_add_up() {
        assertEquals(List.of("I14"), broken(day -> day.change("n1", "segments", "2")));
    }

    private static List<String> broken(Consumer<GoodDay> spoil) {
        var day = new GoodDay();
        spoil.accept(day);
        Map<String, Finding> findings = Checker.check(day.evidence());
        return findings.entrySet().stream().filter(one -> !one.getValue().isGood()).map(Map.Entry::getKey).toList();
    }
}
