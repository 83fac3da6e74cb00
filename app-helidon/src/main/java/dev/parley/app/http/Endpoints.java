package dev.parley.app.http;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The route table in Helidon's terms. Thread-safe. */
final class Endpoints implements HttpService {

    private final List<Endpoint> table;
    private final Dispatcher dispatcher;

    Endpoints(List<Endpoint> table, Dispatcher dispatcher) {
        this.table = List.copyOf(table);
        this.dispatcher = dispatcher;
    }

    @Override
    public void routing(HttpRules rules) {
        table.forEach(
                endpoint -> rules.route(
                        endpoint.method(),
                        endpoint.path(),
                        (request, response) -> dispatcher.answer(
                                endpoint,
                                request,
                                response)));
        // Helidon calls an address that knows other methods only "not found".
        allowed().forEach((path, methods) -> rules.any(path, refusal(methods)));
    }

    private Map<String, String> allowed() {
        return table.stream()
                .collect(
                        Collectors.groupingBy(
                                Endpoint::path,
                                LinkedHashMap::new,
                                Collectors.mapping(
                                        e -> e.method().text(),
                                        Collectors
                                                .collectingAndThen(
                                                        Collectors.toCollection(TreeSet::new),
                                                        methods -> String.join(", ", methods)))));
    }

    private static Handler refusal(String methods) {
        return (request, response) -> Entrance.send(Problem.of(405).reply(RequestId.of(request)).with("Allow", methods), request, response);
    }
}
