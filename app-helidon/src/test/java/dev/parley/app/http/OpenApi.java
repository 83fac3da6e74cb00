package dev.parley.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import dev.parley.app.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The OpenAPI document, and what it says about requests and answers. */
final class OpenApi {

    private static final String PLACE = "https://parley.test/openapi";
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    /** JSON Schema inside a document that is more than a schema. */
    private static final JsonMetaSchema DIALECT = JsonMetaSchema.builder(JsonMetaSchema.getV202012())
            .keywords(Stream.of("openapi", "info", "servers", "tags", "paths", "components").map(NonValidationKeyword::new).toList())
            .build();

    private final JsonNode document;
    private final JsonSchemaFactory schemas;

    private OpenApi(JsonNode document) {
        this.document = document;
        this.schemas = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012, builder -> builder.metaSchema(DIALECT)
                .schemaLoaders(loaders -> loaders.schemas(Map.of(PLACE, Json.write(document)))));
    }

    static OpenApi load() {
        try (InputStream in = OpenApi.class.getResourceAsStream("/openapi.yaml")) {
            return new OpenApi(Json.tree(new Yaml(new SafeConstructor(new LoaderOptions())).load(in)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** One operation. */
    record Operation(String method, String path, JsonNode node) {

        String name() {
            return method + " " + path;
        }

        String pointer() {
            return "/paths/" + path.replace("~", "~0").replace("/", "~1") + "/" + method.toLowerCase(Locale.ROOT);
        }
    }

    JsonNode document() {
        return document;
    }

    List<Operation> operations() {
        return document.path("paths").properties().stream().flatMap(path -> operations(path.getKey(), path.getValue())).toList();
    }

    private static Stream<Operation> operations(String path, JsonNode item) {
        return item.properties()
                .stream()
                .filter(entry -> METHODS.contains(entry.getKey()))
                .map(entry -> new Operation(entry.getKey().toUpperCase(Locale.ROOT), path, entry.getValue()));
    }

    /** The operation that a request is for; none for unknown addresses and methods. */
    Optional<Operation> operation(String method, String path) {
        return operations().stream().filter(o -> o.method().equals(method) && matches(o.path(), path)).findFirst();
    }

    private static boolean matches(String template, String path) {
        return Pattern.matches(Pattern.compile("\\{[^}]+}").matcher(template).replaceAll("[^/]+"), path);
    }

    /** What a reference refers to, by its pointer; a pointer to something else as it is. */
    String resolve(String pointer) {
        JsonNode ref = document.at(pointer).path("$ref");
        return ref.isTextual() ? resolve(ref.textValue().substring(1)) : pointer;
    }

    JsonNode at(String pointer) {
        return document.at(resolve(pointer));
    }

    /** What is wrong with some JSON according to the schema at that place. */
    List<String> errors(String schemaPointer, String json) {
        var config = SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        return schemas.getSchema(SchemaLocation.of(PLACE + "#" + schemaPointer), config)
                .validate(json, InputFormat.JSON)
                .stream()
                .map(message -> message.getInstanceLocation() + ": " + message.getMessage())
                .toList();
    }

    /** What is wrong with an answer to an operation. */
    List<String> errors(Operation operation, Answer answer) {
        String response = resolve(operation.pointer() + "/responses/" + answer.status());
        if (document.at(response).isMissingNode()) {
            return List.of(operation.name() + " does not say that it answers " + answer.status());
        }
        return Stream.concat(headerErrors(response, answer), bodyErrors(response, answer)).toList();
    }

    private Stream<String> headerErrors(String response, Answer answer) {
        return document.at(response)
                .path("headers")
                .properties()
                .stream()
                .flatMap(entry -> headerErrors(resolve(response + "/headers/" + entry.getKey()), entry.getKey(), answer));
    }

    private Stream<String> headerErrors(String pointer, String name, Answer answer) {
        if (answer.header(name).isEmpty()) {
            return document.at(pointer).path("required").asBoolean() ? Stream.of("header " + name + " is missing") : Stream.empty();
        }
        return errors(pointer + "/schema", Json.write(Json.tree(answer.header(name).orElseThrow()))).stream();
    }

    private Stream<String> bodyErrors(String response, Answer answer) {
        JsonNode content = document.at(response).path("content");
        if (content.isMissingNode()) {
            return answer.body().isEmpty() ? Stream.empty() : Stream.of("a body is not expected");
        }
        if (content.has("*/*")) {
            return Stream.empty();
        }
        String type = answer.header("Content-Type").orElse("none");
        if (!content.has(type)) {
            return Stream.of("content type " + type + " is not expected");
        }
        return type.endsWith("json") ? errors(response + "/content/" + type.replace("/", "~1") + "/schema", answer.body()).stream() : Stream
                .empty();
    }
}
