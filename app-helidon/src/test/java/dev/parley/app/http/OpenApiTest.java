package dev.parley.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.app.http.OpenApi.Operation;
import dev.parley.app.json.Json;
import dev.parley.ports.organization.Scope;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenApiTest {

    private static final int AT_LEAST = 35;

    private final OpenApi openApi = OpenApi.load();
    private final FakeCore core = new FakeCore();
    private final Rig rig = Rig.with(core);

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void every_route_is_described_and_every_description_has_a_route() {
        assertEquals(
                names(rig.api().endpoints().stream().map(OpenApiTest::name)),
                names(openApi.operations().stream().map(Operation::name)));
        assertTrue(openApi.operations().size() >= AT_LEAST);
    }

    @Test
    void every_operation_names_the_scope_that_its_route_asks_for() {
        for (Operation operation : openApi.operations()) {
            Set<String> scopes = stream(operation.node().path("security")).flatMap(OpenApiTest::stream)
                    .flatMap(OpenApiTest::stream)
                    .map(JsonNode::asText)
                    .collect(Collectors.toSet());
            assertEquals(endpoint(operation).scope().stream().map(Scope::word).collect(Collectors.toSet()), scopes, operation.name());
        }
    }

    @Test
    void every_operation_names_the_parameters_that_its_route_knows() {
        for (Operation operation : openApi.operations()) {
            assertEquals(endpoint(operation).query(), parameters(operation, "query"), operation.name());
            Set<String> inPath = Pattern.compile("\\{([^}]+)}")
                    .matcher(operation.path())
                    .results()
                    .map(m -> m.group(1))
                    .collect(Collectors.toSet());
            assertEquals(inPath, parameters(operation, "path"), operation.name());
        }
    }

    @Test
    void every_operation_names_the_bodies_that_its_route_takes() {
        for (Operation operation : openApi.operations()) {
            Set<String> types = new TreeSet<>();
            operation.node().path("requestBody").path("content").fieldNames().forEachRemaining(types::add);
            Set<String> taken = switch (endpoint(operation).takes()) {
                case NOTHING -> Set.of();
                case JSON -> Set.of("application/json");
                case MERGE_PATCH -> Set.of("application/json", "application/merge-patch+json");
                case WEBHOOK -> operation.method().equals("GET") ? Set.of() : Set.of(
                        "application/json",
                        "application/x-www-form-urlencoded");
            };
            assertEquals(taken, types, operation.name());
        }
    }

    @Test
    void every_operation_can_refuse_as_its_kind_does() {
        for (Operation operation : openApi.operations()) {
            Endpoint endpoint = endpoint(operation);
            var expected = new TreeSet<String>();
            endpoint.scope().ifPresent(_ -> expected.addAll(Set.of("400", "401", "403", "503")));
            if (operation.path().contains("{")) {
                expected.add("404");
            }
            if (endpoint.takes() == Endpoint.Takes.JSON || endpoint.takes() == Endpoint.Takes.MERGE_PATCH) {
                expected.addAll(Set.of("413", "415", "422"));
            }
            var missing = new TreeSet<>(expected);
            operation.node().path("responses").fieldNames().forEachRemaining(missing::remove);
            assertEquals(Set.of(), missing, operation.name());
        }
    }

    @Test
    void every_reference_leads_somewhere() {
        List<String> references = references(openApi.document()).toList();
        assertTrue(references.size() > AT_LEAST);
        assertEquals(List.of(), references.stream().filter(r -> openApi.document().at(r.substring(1)).isMissingNode()).toList());
    }

    @Test
    void every_example_fits_its_schema() {
        int examples = 0;
        for (Operation operation : openApi.operations()) {
            for (var type : operation.node().path("requestBody").path("content").properties()) {
                if (type.getValue().has("example")) {
                    String schema = operation.pointer() + "/requestBody/content/" + type.getKey().replace("/", "~1") + "/schema";
                    assertEquals(List.of(), openApi.errors(schema, Json.write(type.getValue().path("example"))), operation.name());
                    examples++;
                }
            }
        }
        for (var schema : openApi.document().at("/components/schemas").properties()) {
            for (JsonNode example : schema.getValue().path("examples")) {
                assertEquals(List.of(), openApi.errors("/components/schemas/" + schema.getKey(), Json.write(example)), schema.getKey());
                examples++;
            }
        }
        assertTrue(examples > 15);
    }

    @Test
    void every_operation_does_what_is_described_on_a_tour() {
        Client client = rig.client(FakeCore.OPERATOR_KEY);
        new Tour(core, client).take();
        assertEquals(names(openApi.operations().stream().map(Operation::name)), client.seen());
    }

    @Test
    void an_answer_that_is_not_described_is_noticed() {
        Operation operation = openApi.operation("GET", "/v1/agents").orElseThrow();
        Answer answer = rig.client(FakeCore.ADMIN_KEY).get("/v1/agents");
        assertEquals(List.of(), openApi.errors(operation, answer));
        var changed = ((ObjectNode) answer.json()).put("surprise", 1);
        assertEquals(1, openApi.errors(operation, new Answer(200, answer.headers(), Json.write(changed))).size());
        assertEquals(1, openApi.errors(operation, new Answer(206, answer.headers(), answer.body())).size());
    }

    @Test
    void the_document_is_served_as_yaml_and_as_json() {
        Answer yaml = rig.stranger().get("/openapi");
        assertEquals("application/yaml", yaml.header("Content-Type").orElseThrow());
        assertTrue(yaml.body().startsWith("openapi: 3.1.0\n"));
        Answer json = rig.stranger().with("Accept", "application/json").get("/openapi");
        assertEquals("application/json", json.header("Content-Type").orElseThrow());
        assertEquals(openApi.document(), json.json());
    }

    private Endpoint endpoint(Operation operation) {
        return rig.api().endpoints().stream().filter(e -> name(e).equals(operation.name())).findFirst().orElseThrow();
    }

    private Set<String> parameters(Operation operation, String place) {
        return stream(operation.node().path("parameters")).map(p -> openApi.document().at(p.path("$ref").asText().substring(1)))
                .filter(p -> p.path("in").asText().equals(place))
                .map(p -> p.path("name").asText())
                .collect(Collectors.toSet());
    }

    private static Stream<String> references(JsonNode node) {
        Stream<String> inner = stream(node).flatMap(OpenApiTest::references);
        return node.path("$ref").isTextual() ? Stream.concat(Stream.of(node.path("$ref").asText()), inner) : inner;
    }

    private static Stream<JsonNode> stream(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    private static String name(Endpoint endpoint) {
        return endpoint.method().text() + " " + endpoint.path();
    }

    private static Set<String> names(Stream<String> names) {
        return names.collect(Collectors.toCollection(TreeSet::new));
    }
}
