package dev.parley.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PagingTest {

    private final FakeCore core = new FakeCore();
    private final Rig rig = Rig.with(core);
    private final Client client = rig.client(FakeCore.ADMIN_KEY);

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void pages_make_up_the_list_the_newest_first() {
        List<String> expected = IntStream.rangeClosed(1, 7).mapToObj(i -> "Agent " + (8 - i)).toList();
        expected.reversed().forEach(name -> client.post("/v1/agents", "{\"name\":\"" + name + "\"}"));
        List<String> seen = new ArrayList<>();
        Answer page = client.get("/v1/agents?limit=3");
        int pages = 1;
        seen.addAll(page.data().findValuesAsText("name"));
        while (!page.json().path("nextCursor").isNull()) {
            String cursor = page.json().path("nextCursor").asText();
            assertTrue(cursor.matches("[A-Za-z0-9_-]+"), cursor);
            page = client.get("/v1/agents?cursor=" + cursor + "&limit=3");
            seen.addAll(page.data().findValuesAsText("name"));
            pages++;
        }
        assertEquals(expected, seen);
        assertEquals(3, pages);
    }

    @Test
    void a_page_has_fifty_rows_unless_told_otherwise() {
        for (int i = 0; i < 101; i++) {
            core.texts.conversation(FakeCore.DEFAULT);
        }
        assertEquals(50, client.get("/v1/conversations").data().size());
        Answer most = client.get("/v1/conversations?limit=100");
        assertEquals(100, most.data().size());
        assertEquals(1, client.get("/v1/conversations?cursor=" + most.json().path("nextCursor").asText()).data().size());
    }

    @Test
    void an_empty_list_is_a_list() {
        assertEquals("{\"data\":[],\"nextCursor\":null}", client.get("/v1/quarantine").body());
    }

    @Test
    void lists_show_only_what_is_ones_own() {
        client.post("/v1/agents", "{\"name\":\"A\"}");
        assertEquals(1, client.get("/v1/agents").data().size());
        assertEquals(0, rig.client(FakeCore.OTHER_KEY).get("/v1/agents").data().size());
    }
}
