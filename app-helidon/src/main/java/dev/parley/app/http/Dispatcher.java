package dev.parley.app.http;

import dev.parley.app.json.Malformed;
import dev.parley.ports.Result;
import dev.parley.ports.spi.Parameter;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/** Does for every route what is the same for all: key, scope, query, body, and the form of a refusal. Thread-safe. */
final class Dispatcher {

    private final Gate gate;
    private final Bodies bodies;

    Dispatcher(Gate gate, Bodies bodies) {
        this.gate = gate;
        this.bodies = bodies;
    }

    /** Answers a request to that route. */
    void answer(Endpoint endpoint, ServerRequest request, ServerResponse response) {
        Reply reply = switch (call(endpoint, request).then(endpoint.handler()::handle)) {
            case Result.Ok<Reply>(var done) -> done;
            case Result.Rejected<Reply>(var rejection) -> Problem.of(rejection).reply(RequestId.of(request));
        };
        Entrance.send(reply, request, response);
    }

    private Result<Call> call(Endpoint endpoint, ServerRequest request) {
        List<Parameter> parameters = Parameter.parse(request.query().rawValue());
        if (endpoint.takes() == Endpoint.Takes.WEBHOOK) {
            return call(endpoint, request, List.of());
        }
        if (Query.holdsKey(parameters)) {
            return Result.rejected(
                    Malformed.field(
                            "query",
                            "key_in_query",
                            "A key in an address ends up in logs: send it in the header x-api-key, and replace this one."));
        }
        return call(endpoint, request, parameters);
    }

    private Result<Call> call(Endpoint endpoint, ServerRequest request, List<Parameter> parameters) {
        return gate.admit(endpoint, request.headers())
                .then(
                        who -> Query.read(parameters, endpoint.query())
                                .then(
                                        query -> bodies.read(endpoint.takes(), request)
                                                .map(content -> new Call(request, query, who, content))));
    }
}
