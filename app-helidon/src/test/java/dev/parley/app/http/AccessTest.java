package dev.parley.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.organization.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {

    private final FakeCore core = new FakeCore();
    private final Rig rig = Rig.with(core);

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void a_key_comes_in_a_header_of_its_own_or_as_bearer_token() {
        assertEquals(200, rig.client(FakeCore.ADMIN_KEY).get("/v1/agents").status());
        assertEquals(200, rig.stranger().with("Authorization", "Bearer " + FakeCore.ADMIN_KEY).get("/v1/agents").status());
        assertEquals(200, rig.stranger().with("authorization", "bearer  " + FakeCore.ADMIN_KEY).get("/v1/agents").status());
    }

    @Test
    void no_key_and_every_wrong_one_look_the_same() {
        Answer none = rig.stranger().get("/v1/agents");
        assertEquals(401, none.status());
        assertEquals("invalid_api_key", none.code());
        assertEquals(Optional.of("Bearer realm=\"parley\""), none.header("WWW-Authenticate"));
        for (Client client : List.of(
                rig.client("wrong"),
                rig.client(""),
                rig.client("x".repeat(5000)),
                rig.client(FakeCore.ADMIN_KEY)
                        .withKey(
                                FakeCore.ADMIN_KEY),
                rig.stranger().with("Authorization", "Basic " + FakeCore.ADMIN_KEY),
                rig.stranger()
                        .with(
                                "Authorization",
                                FakeCore.ADMIN_KEY),
                rig.client("' OR 1=1--"))) {
            Answer answer = client.get("/v1/agents");
            assertEquals(401, answer.status());
            assertEquals(none.bodyButRequestId(), answer.bodyButRequestId());
        }
    }

    @Test
    void every_route_asks_for_its_scope() {
        List<Endpoint> guarded = rig.api().endpoints().stream().filter(e -> e.scope().isPresent()).toList();
        assertTrue(guarded.size() > 25);
        for (Endpoint endpoint : guarded) {
            String target = endpoint.path().replace("{id}", "x");
            String method = endpoint.method().text();
            assertEquals(401, rig.stranger().json(method, target, "{}").status(), target);
            for (Scope scope : Scope.values()) {
                int status = rig.client(FakeCore.keyWith(scope)).json(method, target, "{}").status();
                if (scope.covers(endpoint.scope().orElseThrow())) {
                    assertNotEquals(403, status, method + " " + target + " " + scope);
                } else {
                    assertEquals(403, status, method + " " + target + " " + scope);
                }
            }
        }
    }

    @Test
    void only_carriers_and_the_description_need_no_key() {
        List<String> open = rig.api().endpoints().stream().filter(e -> e.scope().isEmpty()).map(Endpoint::path).distinct().toList();
        assertTrue(open.stream().allMatch(path -> path.startsWith("/webhooks/") || path.equals("/openapi")), open::toString);
        assertEquals(5, open.size());
    }

    @Test
    void a_missing_scope_is_named() {
        Answer answer = rig.client(FakeCore.keyWith(Scope.MESSAGES_SEND)).get("/v1/messages");
        assertEquals("scope_missing", answer.code());
        assertTrue(answer.json().path("detail").asText().contains("messages:read"));
    }

    @Test
    void a_suspended_organization_is_told_so() {
        Answer answer = rig.client(FakeKeys.SUSPENDED).get("/v1/messages");
        assertEquals(403, answer.status());
        assertEquals("organization_suspended", answer.code());
    }

    @ParameterizedTest @ValueSource(strings = {"x-api-key", "X-API-KEY", "api_key", "apikey", "key", "access_token", "token"})
    void a_key_in_the_address_is_refused_whatever_else_there_is(String name) {
        Answer answer = rig.client(FakeCore.ADMIN_KEY).get("/v1/agents?" + name + "=" + FakeCore.ADMIN_KEY);
        assertEquals(400, answer.status());
        assertEquals("key_in_query", answer.code());
        assertEquals(-1, answer.body().indexOf(FakeCore.ADMIN_KEY));
        assertEquals(400, rig.stranger().get("/v1/agents?" + name + "=" + FakeCore.ADMIN_KEY).status());
    }

    @Test
    void what_is_unknown_is_not_told_to_strangers_before_their_key_is_asked_for() {
        assertEquals(401, rig.stranger().get("/v1/agents?page=2").status());
        assertEquals(401, rig.stranger().post("/v1/messages", "{").status());
    }

    @Test
    void every_address_says_which_methods_it_takes() {
        List<String> paths = rig.api().endpoints().stream().map(Endpoint::path).distinct().toList();
        for (String path : paths) {
            String allowed = String.join(
                    ", ",
                    rig.api()
                            .endpoints()
                            .stream()
                            .filter(e -> e.path().equals(path))
                            .map(e -> e.method().text())
                            .sorted()
                            .toList());
            for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW")) {
                if (!Arrays.asList(allowed.split(", ")).contains(method)) {
                    Answer answer = rig.stranger().send(method, path.replaceAll("\\{[^}]+}", "x"), Optional.empty());
                    assertEquals(405, answer.status(), method + " " + path);
                    assertEquals(Optional.of(allowed), answer.header("Allow"), method + " " + path);
                    assertEquals("method_not_allowed", answer.code());
                }
            }
        }
    }

    @ParameterizedTest @ValueSource(strings = {"/", "/v1", "/v2/agents", "/v1/agents/", "/v1/agents/x/y", "/v1/Agents", "/webhooks/twilio",
        "/webhooks/twilio/x/other",
        "/webhooks//inbound", "/openapi.yaml", "/v1/messages/x/trace"})
    void an_unknown_address_is_not_found(String path) {
        for (String method : List.of("GET", "POST", "PUT")) {
            Answer answer = rig.client(FakeCore.ADMIN_KEY).send(method, path, Optional.empty());
            assertEquals(404, answer.status(), path);
            assertEquals("not_found", answer.code());
        }
    }

    @Test
    void a_request_has_an_id_of_ours_in_every_answer() {
        Answer good = rig.client(FakeCore.ADMIN_KEY).with("X-Request-Id", "mine").get("/v1/agents");
        Answer bad = rig.client(FakeCore.ADMIN_KEY).get("/v1/agents/x");
        assertNotEquals(good.header("X-Request-Id"), bad.header("X-Request-Id"));
        assertEquals(bad.header("X-Request-Id").orElseThrow(), bad.json().path("requestId").asText());
        assertEquals(Optional.of("no-store"), good.header("Cache-Control"));
    }
}
