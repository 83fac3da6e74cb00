package dev.parley.app.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.app.json.Fields;
import dev.parley.app.json.Format;
import dev.parley.app.json.JsonObject;
import dev.parley.ports.Result;
import dev.parley.ports.in.CreateOrganization;
import dev.parley.ports.organization.Organization;
import java.util.Optional;

/** Organizations as JSON. */
final class OrganizationJson {

    private static final Format<Organization.Status> STATUS = Formats.word(Organization.Status.values());

    private OrganizationJson() {}

    static JsonObject write(Organization organization) {
        return new JsonObject().put("id", organization.id())
                .put("name", organization.name())
                .put("status", Formats.word(organization.status()))
                .put("createdAt", organization.createdAt());
    }

    /** A new organization, with its first key. */
    static JsonObject write(CreateOrganization.Created created) {
        return write(created.organization()).put("apiKey", created.apiKey().reveal());
    }

    static Result<String> readName(ObjectNode body) {
        Fields fields = Fields.of(body);
        Optional<String> name = fields.requireText("name", Format.any());
        return fields.nothingElse().build(name::orElseThrow);
    }

    static Result<Organization.Status> readStatus(ObjectNode body) {
        Fields fields = Fields.of(body);
        Optional<Organization.Status> status = fields.requireText("status", STATUS);
        return fields.nothingElse().build(status::orElseThrow);
    }
}
