package dev.parley.app.http;

import static dev.parley.ports.organization.Scope.AGENTS_WRITE;

import dev.parley.ports.AssignedNumberId;
import dev.parley.ports.Result;
import dev.parley.ports.connection.AssignedNumber;
import dev.parley.ports.in.UseCases;
import java.util.List;

/** {@code /v1/phone-numbers}. Thread-safe. */
final class NumberRoutes {

    private static final String ALL = "/v1/phone-numbers";
    private static final String ONE = "/v1/phone-numbers/{id}";

    private final UseCases.Numbers numbers;

    NumberRoutes(UseCases.Numbers numbers) {
        this.numbers = numbers;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(ALL, AGENTS_WRITE, this::list).paged(),
                Endpoint.post(ALL, AGENTS_WRITE, this::assign),
                Endpoint.get(ONE, AGENTS_WRITE, this::get),
                Endpoint.patch(ONE, AGENTS_WRITE, this::reassign),
                Endpoint.delete(ONE, AGENTS_WRITE, this::release));
    }

    private Result<Reply> list(Call call) {
        return Paging.of(call.query()).map(page -> Reply.list(numbers.list().list(call.organization(), page), NumberJson::write));
    }

    private Result<Reply> assign(Call call) {
        return NumberJson.read(call.json())
                .then(spec -> numbers.assign().assign(call.organization(), spec))
                .map(number -> tagged(Reply.created(NumberJson.write(number)), number));
    }

    private Result<Reply> get(Call call) {
        return find(call).map(number -> tagged(Reply.ok(NumberJson.write(number)), number));
    }

    private Result<Reply> reassign(Call call) {
        return IfMatch.of(call)
                .then(match -> match.attempt(() -> reassign(call, match)))
                .map(number -> tagged(Reply.ok(NumberJson.write(number)), number));
    }

    private Result<AssignedNumber> reassign(Call call, IfMatch match) {
        return find(call).then(
                number -> match.check(number.version())
                        .then(_ -> NumberJson.patched(number, call.json()))
                        .then(changed -> numbers.reassign().reassign(call.organization(), changed)));
    }

    private Result<Reply> release(Call call) {
        return IfMatch.of(call)
                .then(match -> find(call).then(number -> match.check(number.version())))
                .then(_ -> numbers.release().release(call.organization(), id(call)))
                .map(_ -> Reply.noContent());
    }

    private Result<AssignedNumber> find(Call call) {
        return numbers.get().get(call.organization(), id(call));
    }

    private static AssignedNumberId id(Call call) {
        return Formats.numberId(call.path("id"));
    }

    private static Reply tagged(Reply reply, AssignedNumber number) {
        return reply.with("ETag", IfMatch.tag(number.version()));
    }
}
