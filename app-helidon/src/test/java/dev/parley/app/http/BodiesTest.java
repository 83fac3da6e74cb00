package dev.parley.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BodiesTest {

    private final FakeCore core = new FakeCore();
    private final Rig rig = Rig.with(core);

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void a_body_must_be_json_by_name() {
        String json = "{\"name\":\"Acme\"}";
        for (String type : List.of(
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/json; charset=latin1",
                "json",
                "text/json",
                "application/merge-patch+json")) {
            Answer answer = client().with("Content-Type", type).send("POST", "/v1/organizations", Optional.of(json));
            assertEquals(415, answer.status(), type);
            assertEquals("unsupported_media_type", answer.code());
        }
        assertEquals(415, client().send("POST", "/v1/organizations", Optional.of(json)).status());
        for (String type : List.of("application/json", "Application/JSON; charset=UTF-8", "application/json;charset=\"utf-8\"")) {
            assertEquals(201, client().with("Content-Type", type).send("POST", "/v1/organizations", Optional.of(json)).status(), type);
        }
    }

    @Test
    void a_body_has_a_largest_size() {
        String just = "{\"name\":\"Acme\"" + " ".repeat(256 * 1024 - 15) + "}";
        assertEquals(256 * 1024, just.length());
        assertEquals(201, client().post("/v1/organizations", just).status());
        Answer larger = client().post("/v1/organizations", just + " ");
        assertEquals(413, larger.status());
        assertEquals("body_too_large", larger.code());
        assertEquals(413, client().post("/v1/organizations", just.repeat(3)).status());
    }

    private Client client() {
        return rig.client(FakeCore.OPERATOR_KEY);
    }
}
