package dev.parley.app.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.app.json.Fields;
import dev.parley.app.json.Format;
import dev.parley.app.json.JsonObject;
import dev.parley.app.json.MergePatch;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.Result;
import dev.parley.ports.Secret;
import dev.parley.ports.Variables;
import dev.parley.ports.agent.Agent;
import dev.parley.ports.agent.AgentStatus;
import dev.parley.ports.agent.MessagingConfig;
import dev.parley.ports.connection.AssignedNumber;
import dev.parley.ports.in.AgentSpec;
import dev.parley.ports.in.AgentView;
import dev.parley.ports.in.SecretChange;
import dev.parley.ports.organization.Caller;
import dev.parley.ports.organization.Scope;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Agents as JSON. */
final class AgentJson {

    private static final Set<String> READ_ONLY = Set.of("id", "phoneNumbers", "createdAt", "updatedAt");
    private static final String CONFIG = "messagingConfig";
    private static final String WEBHOOK_URL = "inboundWebhookUrl";
    private static final String WEBHOOK_DISABLED_AT = "inboundWebhookDisabledAt";
    private static final Format<AgentStatus> STATUS = Formats.word(AgentStatus.values());

    private AgentJson() {}

    /** An agent as its caller may see it: the secret in full only to who may change it. */
    static JsonObject write(AgentView view, Caller reader) {
        Secret secret = view.agent().webhookSecret().current();
        JsonObject config = MessagingConfigJson.write(view.agent().config())
                .put("webhookSecret", reader.may(Scope.AGENTS_WRITE) ? secret.reveal() : secret.masked())
                .put(WEBHOOK_DISABLED_AT, view.webhookDisabledAt());
        return write(view, config);
    }

    /** A new agent. */
    static Result<AgentSpec> read(ObjectNode body) {
        return read(body, secretChange(body, _ -> false));
    }

    /** An agent after a merge patch. */
    static Result<AgentSpec> patched(AgentView view, ObjectNode patch) {
        ObjectNode current = write(view, MessagingConfigJson.write(view.agent().config())).node();
        return ReadOnly.check(current, patch, READ_ONLY)
                .then(_ -> withoutDisabledAt(view, patch))
                .then(ours -> read(MergePatch.apply(current, ours).without(READ_ONLY), secretChange(ours, isKnown(view.agent()))))
                .map(spec -> patch.path(CONFIG).has(WEBHOOK_URL) ? savingUrl(spec) : spec);
    }

    /** The patch without what is ours to say: it may be sent back as it was, but not changed. */
    private static Result<ObjectNode> withoutDisabledAt(AgentView view, ObjectNode patch) {
        if (!(patch.path(CONFIG) instanceof ObjectNode config) || !config.has(WEBHOOK_DISABLED_AT)) {
            return Result.ok(patch);
        }
        ObjectNode current = new JsonObject().put(WEBHOOK_DISABLED_AT, view.webhookDisabledAt()).node();
        return ReadOnly.check(current, config, Set.of(WEBHOOK_DISABLED_AT)).map(_ -> {
            ObjectNode ours = patch.deepCopy();
            ours.withObject("/" + CONFIG).remove(WEBHOOK_DISABLED_AT);
            return ours;
        });
    }

    private static AgentSpec savingUrl(AgentSpec spec) {
        return new AgentSpec(
                spec.name(),
                spec.status(),
                spec.connection(),
                spec.config(),
                spec.defaultVariables(),
                spec.webhookSecret(),
                true);
    }

    private static JsonObject write(AgentView view, JsonObject config) {
        Agent agent = view.agent();
        return new JsonObject().put("id", agent.id())
                .put("name", agent.name())
                .put("status", Formats.word(agent.status()))
                .put("messagingConnectionId", agent.connection())
                .put(CONFIG, config)
                .put("phoneNumbers", view.numbers().stream().map(AgentJson::number).toList())
                .put("createdAt", agent.createdAt())
                .put("updatedAt", agent.updatedAt())
                .put("defaultVariables", VariablesJson.write(agent.defaultVariables()));
    }

    private static JsonObject number(AssignedNumber number) {
        return new JsonObject().put("id", number.id())
                .put("e164", number.number())
                .put("createdAt", number.createdAt())
                .put("updatedAt", number.updatedAt());
    }

    private static Result<AgentSpec> read(ObjectNode body, SecretChange secret) {
        Fields fields = Fields.of(body);
        Optional<String> name = fields.requireText("name", Format.any());
        AgentStatus status = fields.text("status", STATUS).orElse(AgentStatus.ACTIVE);
        Optional<ConnectionId> connection = fields.text("messagingConnectionId", Formats.CONNECTION_ID);
        Fields texts = fields.within(CONFIG);
        MessagingConfig config = MessagingConfigJson.read(texts);
        texts.text("webhookSecret");
        texts.nothingElseBut(RevRing::isAboutTextsInCalls);
        Variables variables = fields.object("defaultVariables").map(VariablesJson::read).orElse(Variables.NONE);
        return fields.nothingElseBut(RevRing::isAboutCalls)
                .build(() -> new AgentSpec(name.orElseThrow(), status, connection, config, variables, secret));
    }

    private static SecretChange secretChange(ObjectNode body, Predicate<String> known) {
        var sent = body.path(CONFIG).path("webhookSecret");
        if (sent.isNull()) {
            return new SecretChange.Renew();
        }
        return sent.isTextual() && !known.test(sent.textValue()) ? new SecretChange.Set(new Secret(sent.textValue()))
                : new SecretChange.Keep();
    }

    private static Predicate<String> isKnown(Agent agent) {
        Secret secret = agent.webhookSecret().current();
        return sent -> sent.equals(secret.reveal()) || sent.equals(secret.masked());
    }
}
