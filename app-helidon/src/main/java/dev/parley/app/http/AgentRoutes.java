package dev.parley.app.http;

import static dev.parley.ports.organization.Scope.AGENTS_WRITE;

import dev.parley.ports.AgentId;
import dev.parley.ports.Result;
import dev.parley.ports.in.AgentView;
import dev.parley.ports.in.UseCases;
import java.util.List;

/** {@code /v1/agents}. Thread-safe. */
final class AgentRoutes {

    private static final String ALL = "/v1/agents";
    private static final String ONE = "/v1/agents/{id}";

    private final UseCases.Agents agents;

    AgentRoutes(UseCases.Agents agents) {
        this.agents = agents;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(ALL, AGENTS_WRITE, this::list).paged(),
                Endpoint.post(ALL, AGENTS_WRITE, this::create),
                Endpoint.get(ONE, AGENTS_WRITE, this::get),
                Endpoint.patch(ONE, AGENTS_WRITE, this::update),
                Endpoint.delete(ONE, AGENTS_WRITE, this::delete));
    }

    private Result<Reply> list(Call call) {
        return Paging.of(call.query())
                .map(page -> Reply.list(agents.list().list(call.organization(), page), view -> AgentJson.write(view, call.caller())));
    }

    private Result<Reply> create(Call call) {
        return AgentJson.read(call.json())
                .then(spec -> agents.create().create(call.organization(), spec))
                .map(view -> tagged(Reply.created(AgentJson.write(view, call.caller())), view));
    }

    private Result<Reply> get(Call call) {
        return find(call).map(view -> tagged(Reply.ok(AgentJson.write(view, call.caller())), view));
    }

    private Result<Reply> update(Call call) {
        return IfMatch.of(call)
                .then(match -> match.attempt(() -> update(call, match)))
                .map(view -> tagged(Reply.ok(AgentJson.write(view, call.caller())), view));
    }

    private Result<AgentView> update(Call call, IfMatch match) {
        return find(call).then(
                view -> match.check(view.agent().version())
                        .then(
                                version -> AgentJson.patched(view, call.json())
                                        .then(spec -> agents.update().update(call.organization(), id(call), spec, version))));
    }

    private Result<Reply> delete(Call call) {
        return IfMatch.of(call)
                .then(match -> find(call).then(view -> match.check(view.agent().version())))
                .then(_ -> agents.delete().delete(call.organization(), id(call)))
                .map(_ -> Reply.noContent());
    }

    private Result<AgentView> find(Call call) {
        return agents.get().get(call.organization(), id(call));
    }

    private static AgentId id(Call call) {
        return Formats.agentId(call.path("id"));
    }

    private static Reply tagged(Reply reply, AgentView view) {
        return reply.with("ETag", IfMatch.tag(view.agent().version()));
    }
}
