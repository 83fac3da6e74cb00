package dev.parley.app.http;

import static dev.parley.ports.organization.Scope.OPERATOR;

import dev.parley.ports.Result;
import dev.parley.ports.in.UseCases;
import java.util.List;

/** {@code /v1/organizations}. Thread-safe. */
final class OrganizationRoutes {

    private static final String ALL = "/v1/organizations";

    private final UseCases.Installation installation;

    OrganizationRoutes(UseCases.Installation installation) {
        this.installation = installation;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(ALL, OPERATOR, this::list).paged(),
                Endpoint.post(ALL, OPERATOR, this::create),
                Endpoint.patch("/v1/organizations/{id}", OPERATOR, this::setStatus));
    }

    private Result<Reply> list(Call call) {
        return Paging.of(call.query()).map(page -> Reply.list(installation.listOrganizations().list(page), OrganizationJson::write));
    }

    private Result<Reply> create(Call call) {
        return OrganizationJson.readName(call.json())
                .then(installation.createOrganization()::create)
                .map(created -> Reply.created(OrganizationJson.write(created)));
    }

    private Result<Reply> setStatus(Call call) {
        return OrganizationJson.readStatus(call.json())
                .then(status -> installation.setStatus().set(Formats.organizationId(call.path("id")), status))
                .map(organization -> Reply.ok(OrganizationJson.write(organization)));
    }
}
