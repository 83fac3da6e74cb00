package dev.parley.app.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Spoilt requests, the same ones in every run: none may be our fault, and none may keep the server from the next one. */
class FuzzTest {

    private static final long SEED = 7;
    private static final int ROUNDS = 3_000;
    private static final String KEY = "Host: a\r\nx-api-key: " + FakeCore.ADMIN_KEY + "\r\n";
    private static final String JSON = KEY + "Content-Type: application/json\r\n";

    private static final List<String> REQUESTS = List.of(
            "POST /v1/messages HTTP/1.1\r\n" + JSON + "Content-Length: 35\r\n\r\n{\"to\":\"+12025550123\",\"body\":\"Hello\"}",
            "POST /v1/agents HTTP/1.1\r\n" + JSON + "Transfer-Encoding: chunked\r\n\r\n7\r\n{\"name\"\r\n5\r\n:\"A\"}\r\n0\r\n\r\n",
            "GET /v1/messages?limit=5&since=2026-01-01T00:00:00Z&contact=%2B1202 HTTP/1.1\r\n" + KEY + "\r\n",
            "PATCH /v1/agents/01970000-0000-7000-8000-000000000001 HTTP/1.1\r\nIf-Match: \"1\"\r\n" + JSON + "Content-Length: 2\r\n\r\n{}",
            "GET /webhooks/twilio/inbound?Body=Hi%20there&x HTTP/1.1\r\nHost: a\r\nX-Twilio-Signature: abc=\r\n\r\n",
            "POST /webhooks/twilio/x/status HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 7\r\n\r\na=b&c=d",
            "GET /openapi HTTP/1.1\r\nHost: a\r\nAccept: application/json\r\n\r\n");

    private static final List<List<String>> BODIES = List.of(
            List.of("/v1/messages",
                    """
                    {"to":"+12025550123","generate":true,"messages":[{"role":"user","content":"a"}],"variables":{"a":{"b":[1,2.5,null]}}}"""),
            List.of("/v1/agents",
                    """
                    {"name":"A","status":"active","messagingConfig":{"inboundMode":"notify","inboundWebhookUrl":"https://a.b/c","maxSegments":2,
                     "quietHours":{"timezone":"UTC","from":"10:00","to":"11:00"},"events":["message_status"]},"defaultVariables":{"a":1}}"""),
            List.of("/v1/messaging-connections", """
                    {"provider":"twilio","name":"x","credentials":{"a":"b","c":null},"settings":{"d":1}}"""),
            List.of("/v1/phone-numbers", """
                    {"e164":"+15005550006","messagingConnectionId":"x","agentId":null}"""),
            List.of("/v1/api-keys", """
                    {"name":"x","scopes":["admin"],"expiresAt":"2027-01-01T00:00:00Z"}"""),
            List.of("/v1/simulator/texts", """
                    {"from":"+12025550123","to":"+15005550006","body":"x"}"""));

    private final Mutations mutations = new Mutations(new Random(SEED));
    private final TreeMap<Integer, String> seen = new TreeMap<>();
    private final Rig rig = Rig.with(new FakeCore());

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void a_spoilt_request_is_not_our_fault() {
        for (int i = 0; i < ROUNDS; i++) {
            String request = mutations.spoil(mutations.any(REQUESTS));
            try (RawConnection raw = rig.raw()) {
                String answer = raw.send(request).finish().everything();
                seen.putIfAbsent(status(answer), request);
            }
        }
        assertTrue(seen.headMap(500).keySet().containsAll(List.of(200, 400, 401, 404, 405)), seen::toString);
        assertTrue(seen.tailMap(500).isEmpty(), () -> seen.tailMap(500).toString());
    }

    @Test
    void a_spoilt_body_is_not_our_fault() {
        try (RawConnection raw = rig.raw()) {
            for (int i = 0; i < ROUNDS; i++) {
                List<String> target = mutations.any(BODIES);
                String body = mutations.spoil(target.getLast());
                raw.send("POST " + target.getFirst() + " HTTP/1.1\r\n" + JSON + "Content-Length: " + body.length() + "\r\n\r\n" + body);
                String head = raw.until("\r\n\r\n");
                raw.skip(Integer.parseInt(head.replaceAll("(?s).*Content-Length: (\\d+).*", "$1")));
                seen.putIfAbsent(status(head), target + body);
            }
        }
        assertTrue(seen.headMap(500).keySet().containsAll(List.of(201, 400, 422)), seen::toString);
        assertTrue(seen.tailMap(500).isEmpty(), () -> seen.tailMap(500).toString());
    }

    private static int status(String answer) {
        return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
    }
}
