package dev.parley.app.http;

import static dev.parley.ports.organization.Scope.MESSAGES_READ;
import static dev.parley.ports.organization.Scope.MESSAGES_SEND;

import dev.parley.app.json.Fields;
import dev.parley.app.json.JsonObject;
import dev.parley.ports.Result;
import dev.parley.ports.in.UseCases;
import dev.parley.ports.notify.DeliveryFilter;
import java.util.List;

/** {@code /v1/webhook-deliveries}. Thread-safe. */
final class DeliveryRoutes {

    private static final String ALL = "/v1/webhook-deliveries";
    private static final String ONE = "/v1/webhook-deliveries/{id}";
    private static final String REPLAYS = "/v1/webhook-delivery-replays";

    private final UseCases.Deliveries deliveries;

    DeliveryRoutes(UseCases.Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** What answers a webhook is sent to a contact, so that who replays may send. */
    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(ALL, MESSAGES_READ, this::list).paged(Filters.OF_DELIVERIES),
                Endpoint.get(ONE, MESSAGES_READ, this::get),
                Endpoint.act(ONE + "/replay", MESSAGES_SEND, this::replay),
                Endpoint.post(REPLAYS, MESSAGES_SEND, this::replayAll));
    }

    private Result<Reply> list(Call call) {
        return Paging.of(call.query())
                .then(
                        page -> Filters.deliveries(call.query().fields())
                                .map(filter -> Reply.list(deliveries.list().list(call.organization(), filter, page), DeliveryJson::write)));
    }

    private Result<Reply> get(Call call) {
        return deliveries.get().get(call.organization(), Formats.deliveryId(call.path("id"))).map(d -> Reply.ok(DeliveryJson.write(d)));
    }

    private Result<Reply> replay(Call call) {
        return deliveries.replay()
                .replay(call.organization(), Formats.deliveryId(call.path("id")))
                .map(d -> Reply.ok(DeliveryJson.write(d)));
    }

    private Result<Reply> replayAll(Call call) {
        Fields fields = Fields.of(call.json());
        Result<DeliveryFilter> wanted = Filters.deliveries(fields).then(filter -> fields.nothingElse().build(() -> filter));
        return wanted.then(filter -> deliveries.replayAll().replay(call.organization(), filter))
                .map(count -> Reply.ok(new JsonObject().put("replayed", count)));
    }
}
