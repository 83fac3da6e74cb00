package dev.parley.testkit.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.ports.spi.Parameter;
import dev.parley.ports.spi.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What nobody should send, and somebody will. */
final class Garbage {

    private static final int MUCH = 1_000_000;

    /** For a header or a parameter. */
    static final List<String> VALUES = List.of("", " ", "=", "A", "AAAA", "not base64!", "%", "ÿþ☠", "null", "0", "-1",
            "99999999999999999999999", "Bearer", "Bearer .", "Bearer a.b.c", "Basic", "Basic !", "sha256=", "x".repeat(100_000));

    /** For the body of a webhook that is JSON. */
    private static final List<String> JSON = List.of("", " ", "{}", "[]", "null", "true", "42", "\"text\"", "{", "not json", "[null]",
            "[{}]", "[42,\"x\",[]]", "{\"a\":{\"b\":[{}]}}", "[".repeat(5000), "{\"data\":null}", "{\"results\":[null,{}]}", "\u0000");

    /** For the body of a webhook that is a form, and for a query. */
    private static final List<String> FORM = List.of("", "&", "=", "&&&", "=&=", "%", "%zz=%z", "a", "a=b=c", "+", "\u0000=\u0000");

    /** What a field of JSON can be instead. */
    private static final List<String> INSTEAD = List.of("null", "true", "42", "-1.5e300", "\"\"", "\"x\"", "{}", "[]", "[null]", "[[{}]]");

    private Garbage() {}

    /** Requests that nobody has signed. */
    static Stream<WebhookRequest> requests(Webhook like) {
        byte[] much = "a=b&".repeat(MUCH / 4).getBytes(StandardCharsets.UTF_8);
        byte[] notUtf8 = {(byte) 0xff, (byte) 0xfe, 0, (byte) 0x80, (byte) 0xc3};
        Stream<WebhookRequest> bodies = Stream.of(new byte[0], much, notUtf8)
                .flatMap(body -> Stream.of("POST", "GET", "BREW").map(m -> new WebhookRequest(m, like.url(), like.headers(), body)));
        Stream<WebhookRequest> addresses =
                Stream.of("", "?", "https://", "not an address", "https://h:x/?%", "http://[", like.url() + "?%zz")
                        .map(url -> new WebhookRequest(like.method(), url, List.of(), like.bytes()));
        Stream<WebhookRequest> types = Stream.of("", ";", "text/plain; charset=nowhere", "application/json", "x".repeat(MUCH))
                .map(t -> new WebhookRequest("POST", like.url(), List.of(new Parameter("Content-Type", t)), like.bytes()));
        return Stream.of(bodies, addresses, types).flatMap(s -> s);
    }

    /** The same webhook, to be signed by the provider, with something in it that nobody would expect. */
    static Stream<Webhook> instead(Webhook webhook) {
        Stream<Webhook> queries = webhook.method().equals("GET") ? forms(webhook.url().substring(webhook.url().indexOf('?') + 1)).map(
                q -> webhook.withUrl(webhook.url().replaceFirst("\\?.*", "") + "?" + q)) : Stream.of();
        return Stream.concat(queries, bodies(webhook).map(webhook::withBody));
    }

    private static Stream<String> bodies(Webhook webhook) {
        if (webhook.isForm()) {
            return forms(webhook.body());
        }
        return webhook.isJson() ? Stream.concat(JSON.stream(), mutants(Json.read(webhook.body())).stream())
                : Stream.of("", " ", "<", "<a/>", webhook.body().substring(webhook.body().length() / 2));
    }

    /** Each pair left out, empty, with something else, and twice. */
    private static Stream<String> forms(String form) {
        List<String> pairs = List.of(form.split("&", -1));
        Stream<String> changed = IntStream.range(0, pairs.size()).boxed().flatMap(i -> {
            String name = pairs.get(i).split("=", 2)[0];
            return Stream.of("", name, name + "=", name + "=%00%ff", pairs.get(i) + "&" + pairs.get(i)).map(pair -> {
                var all = new ArrayList<>(pairs);
                all.set(i, pair);
                return String.join("&", all);
            });
        });
        return Stream.concat(FORM.stream(), changed);
    }

    /** The tree with one node of it left out, or replaced by something that is not there by right. */
    private static List<String> mutants(JsonNode root) {
        var found = new ArrayList<String>();
        mutate(root, root, found::add);
        return found;
    }

    private static void mutate(JsonNode root, JsonNode node, Consumer<String> found) {
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.properties().stream().map(p -> p.getKey()).toList())) {
                JsonNode child = object.get(name);
                INSTEAD.forEach(other -> found.accept(shown(root, () -> object.set(name, Json.read(other)))));
                found.accept(shown(root, () -> object.remove(name)));
                object.set(name, child);
                mutate(root, child, found);
            }
        }
        if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                int at = i;
                JsonNode child = list.get(at);
                INSTEAD.forEach(other -> found.accept(shown(root, () -> list.set(at, Json.read(other)))));
                list.set(at, child);
                mutate(root, child, found);
            }
        }
    }

    private static String shown(JsonNode root, Runnable change) {
        change.run();
        return root.toString();
    }
}
