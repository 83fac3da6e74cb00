package dev.parley.app.http;

import static dev.parley.ports.organization.Scope.AGENTS_WRITE;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.Page;
import dev.parley.ports.Result;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.in.UseCases;
import java.util.List;
import java.util.Optional;

/** {@code /v1/providers} and {@code /v1/messaging-connections}. Thread-safe. */
final class ConnectionRoutes {

    private static final String ALL = "/v1/messaging-connections";
    private static final String ONE = "/v1/messaging-connections/{id}";

    private final UseCases.Connections connections;
    private final ConnectionJson json;

    ConnectionRoutes(UseCases.Connections connections, ApiConfig config) {
        this.connections = connections;
        this.json = new ConnectionJson(connections.describeProviders(), config);
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/v1/providers", AGENTS_WRITE, _ -> Result.ok(providers())),
                Endpoint.get(ALL, AGENTS_WRITE, this::list).paged(),
                Endpoint.post(ALL, AGENTS_WRITE, this::create),
                Endpoint.get(ONE, AGENTS_WRITE, this::get),
                Endpoint.patch(ONE, AGENTS_WRITE, this::update),
                Endpoint.delete(ONE, AGENTS_WRITE, this::delete),
                Endpoint.act(ONE + "/check", AGENTS_WRITE, this::check));
    }

    private Reply providers() {
        return Reply.list(new Page<>(connections.describeProviders().describe(), Optional.empty()), ProviderJson::write);
    }

    private Result<Reply> list(Call call) {
        return Paging.of(call.query()).map(page -> Reply.list(connections.list().list(call.organization(), page), json::write));
    }

    private Result<Reply> create(Call call) {
        return ConnectionRequest.read(call.json())
                .then(spec -> connections.create().create(call.organization(), spec))
                .map(made -> tagged(Reply.created(json.write(made)), made));
    }

    private Result<Reply> get(Call call) {
        return find(call).map(connection -> tagged(Reply.ok(json.write(connection)), connection));
    }

    private Result<Reply> update(Call call) {
        return IfMatch.of(call)
                .then(match -> match.attempt(() -> update(call, match)))
                .map(changed -> tagged(Reply.ok(json.write(changed)), changed));
    }

    private Result<Connection> update(Call call, IfMatch match) {
        return find(call).then(
                connection -> match.check(connection.version())
                        .then(_ -> ConnectionRequest.patch(connection, json.write(connection).node(), call.json()))
                        .then(patch -> connections.update().update(call.organization(), id(call), patch)));
    }

    private Result<Reply> delete(Call call) {
        return IfMatch.of(call)
                .then(match -> find(call).then(connection -> match.check(connection.version())))
                .then(_ -> connections.delete().delete(call.organization(), id(call)))
                .map(_ -> Reply.noContent());
    }

    private Result<Reply> check(Call call) {
        return connections.check().check(call.organization(), id(call)).map(report -> Reply.ok(ConnectionReportJson.write(report)));
    }

    private Result<Connection> find(Call call) {
        return connections.get().get(call.organization(), id(call));
    }

    private static ConnectionId id(Call call) {
        return Formats.connectionId(call.path("id"));
    }

    private static Reply tagged(Reply reply, Connection connection) {
        return reply.with("ETag", IfMatch.tag(connection.version()));
    }
}
