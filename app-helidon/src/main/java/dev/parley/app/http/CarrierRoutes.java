package dev.parley.app.http;

import static dev.parley.ports.organization.Scope.AGENTS_WRITE;
import static dev.parley.ports.organization.Scope.MESSAGES_READ;
import static dev.parley.ports.organization.Scope.MESSAGES_SEND;

import dev.parley.ports.Result;
import dev.parley.ports.in.UseCases;
import java.util.List;

/** {@code /v1/quarantine} and {@code /v1/signature-failures}. Thread-safe. */
final class CarrierRoutes {

    private final UseCases.Carriers carriers;

    CarrierRoutes(UseCases.Carriers carriers) {
        this.carriers = carriers;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/v1/quarantine", MESSAGES_READ, this::quarantine).paged(),
                Endpoint.get("/v1/quarantine/{id}", MESSAGES_READ, this::quarantined),
                Endpoint.act("/v1/quarantine/{id}/replay", MESSAGES_SEND, this::replay),
                Endpoint.get("/v1/signature-failures", AGENTS_WRITE, this::signatureFailures).paged());
    }

    private Result<Reply> quarantine(Call call) {
        return Paging.of(call.query()).map(page -> Reply.list(carriers.quarantine().list(call.organization(), page), CarrierJson::write));
    }

    private Result<Reply> quarantined(Call call) {
        return carriers.getQuarantined()
                .get(call.organization(), Formats.quarantinedId(call.path("id")))
                .map(text -> Reply.ok(CarrierJson.write(text)));
    }

    /** The text is answered like any other, so that who replays may send. */
    private Result<Reply> replay(Call call) {
        return carriers.replayQuarantined()
                .replay(call.organization(), Formats.quarantinedId(call.path("id")))
                .map(replayed -> Reply.ok(CarrierJson.write(replayed)));
    }

    private Result<Reply> signatureFailures(Call call) {
        return Paging.of(call.query())
                .map(page -> Reply.list(carriers.signatureFailures().list(call.organization(), page), CarrierJson::write));
    }
}
