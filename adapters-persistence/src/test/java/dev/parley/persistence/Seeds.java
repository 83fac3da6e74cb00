package dev.parley.persistence;

import java.util.List;

/** A database that is full enough for its optimizer to be serious. */
final class Seeds {

    private static final String ORG = "UNHEX(LPAD(HEX(1 + s.seq DIV 5000), 32, '0'))";
    private static final String ID = "UNHEX(LPAD(HEX(s.seq), 32, '0'))";
    private static final String AT = "TIMESTAMPADD(SECOND, s.seq, '2026-01-01 00:00:00')";
    private static final String CONVERSATION = "UNHEX(LPAD(HEX(s.seq - s.seq MOD 4), 32, '0'))";
    private static final String CONTACT = "CONCAT('+1415', LPAD(s.seq, 7, '0'))";
    private static final String NUMBER = "CONCAT('+1500', LPAD(s.seq, 7, '0'))";

    static final List<String> STATEMENTS = List.of(
            "SET FOREIGN_KEY_CHECKS = 0",
            "INSERT INTO organization SELECT " + ID + ", CONCAT('name-', s.seq), 'active', " + AT + " FROM seq_1_to_1000 s",
            insert("api_key", "CONCAT('name-', s.seq), CONCAT('hash-', s.seq), 'admin', NULL, " + AT, 10000),
            insert(
                    "connection",
                    "'twilio', 'Main', CONCAT('AC', s.seq), 'v1', '{}', 1, " + AT + ", " + AT,
                    10000),
            insert("agent", "'Reception', 'active', " + ID + ", '{}', '{}', 'v1', NULL, NULL, 1, " + AT + ", " + AT, 10000),
            insert("assigned_number", NUMBER + ", " + ID + ", " + ID + ", 1, " + AT + ", " + AT, 10000),
            insert(
                    "conversation",
                    ID + ", " + ID + ", '+15005550001', " + CONTACT + ", IF(s.seq MOD 2, 'ai', 'human'), TRUE, NULL, " + AT + ", " + AT
                            + ", 1, " + AT,
                    20000),
            insert(
                    "message",
                    CONVERSATION + ", " + ID + ", " + ID + ", IF(s.seq MOD 2, 'inbound', 'outbound'), '+1', '+2', " + CONTACT
                            + ", 'text', 'gsm_7', 1, NULL, 'sent', 4, IF(s.seq MOD 2, s.seq, NULL), NULL, NULL, NULL, FALSE, FALSE, NULL,"
                            + " NULL, NULL, NULL, " + AT + ", " + AT + ", NULL, NULL",
                    20000),
            "INSERT INTO pace SELECT " + ORG + ", " + ID + ", 1000, " + AT + " FROM seq_1_to_10000 s",
            "INSERT INTO paced SELECT " + ORG + ", " + ID + ", " + CONVERSATION + ", " + CONTACT + ", s.seq MOD 3, " + AT
                    + ", 0 FROM seq_1_to_10000 s",
            "INSERT INTO wish SELECT " + ORG + ", " + ID + ", '{}' FROM seq_1_to_10000 s",
            "INSERT INTO part SELECT " + ORG + ", " + ID + ", CONCAT('SM', s.seq), " + ID + ", 'sent', 4, NULL, NULL, FALSE, " + AT
                    + " FROM seq_1_to_20000 s",
            "INSERT INTO suppression SELECT " + ORG + ", '+15005550001', " + CONTACT + ", 'text', " + AT + " FROM seq_1_to_10000 s",
            "INSERT INTO contact SELECT " + ORG + ", " + CONTACT + ", '{}', NULL, " + AT + ", " + AT + " FROM seq_1_to_10000 s",
            insert(
                    "long_text",
                    ID + ", " + CONTACT + ", '+15005550001', s.seq MOD 256, 3, IF(s.seq MOD 2, TRUE, NULL), " + AT,
                    10000),
            "INSERT INTO long_text_part SELECT " + ORG + ", " + ID + ", CONCAT('SM', s.seq), " + CONVERSATION
                    + ", s.seq MOD 4, 'b', NULL, NULL, IF(s.seq MOD 8, NULL, " + AT + "), " + AT + " FROM seq_1_to_20000 s",
            "INSERT INTO work SELECT IF(s.seq MOD 2, 'reply', 'send'), " + ORG + ", " + ID + ", " + AT
                    + ", 7, 0, FALSE, FALSE, 0 FROM seq_1_to_10000 s",
            insert(
                    "delivery",
                    ID + ", 'message_received', " + ID + ", 'u', 'p', IF(s.seq MOD 8, 'delivered', 'pending'), '[]', NULL, " + AT + ", "
                            + CONVERSATION + ", UNHEX(LPAD(HEX(s.seq MOD 20), 32, '0')), 0, NULL",
                    10000),
            insert("endpoint", "3, NULL, NULL", 1000),
            "INSERT INTO idempotency SELECT " + ORG + ", CONCAT('key-', s.seq), 'f', " + ID + ", " + AT + ", " + AT
                    + ", NULL, NULL FROM seq_1_to_10000 s",
            insert("quarantine", ID + ", s.seq, 'a', 'b', 'c', NULL, 'no_agent', " + AT, 10000),
            insert("signature_failure", "UNHEX(LPAD(HEX(s.seq MOD 20), 32, '0')), 'u', 'w', '[]', NULL, " + AT, 10000),
            "INSERT INTO encryption_canary SELECT s.seq, 'v1' FROM seq_1_to_1000 s",
            "ANALYZE TABLE organization, api_key, connection, agent, assigned_number, conversation, message, part, suppression, contact, work,"
                    + " delivery, endpoint, idempotency, quarantine, signature_failure, long_text, long_text_part, wish, pace, paced");

    private Seeds() {}

    private static String insert(String table, String columns, int rows) {
        return "INSERT INTO " + table + " SELECT " + ORG + ", " + ID + ", " + columns + " FROM seq_1_to_" + rows + " s";
    }
}
