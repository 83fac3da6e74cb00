package dev.parley.app.http;

import java.util.List;
import java.util.Set;

/**
 * Fields of RevRing's agents that concern calls. Its clients send them; they are taken and mean nothing here.
 *
 * @see <a href="https://docs.revring.ai/api-reference/agents/list">RevRing: agents</a>
 */
final class RevRing {

    private static final Set<String> AGENT_FIELDS = Set.of(
            "sipTrunkId",
            "promptTemplate",
            "firstMessage",
            "turnTimeoutSeconds",
            "silenceEndCallTimeoutSeconds",
            "maxConversationDurationSeconds",
            "llmTemperature",
            "llmReasoningEffort",
            "timezone",
            "language",
            "mode",
            "flowDefinition",
            "testVariables",
            "preCallWebhookUrl",
            "postCallWebhookUrl",
            "endCallEnabled",
            "endCallRulesOverride",
            "warmTransferConfig",
            "disableInterruptions",
            "runtimeConfig",
            "folderId",
            "customTools");

    private static final List<String> AGENT_PREFIXES = List.of("transfer", "voicemail", "voice", "playKeypadTouchTone", "knowledgeBase");

    private static final Set<String> MESSAGING_FIELDS = Set.of("sendMessageEnabled", "sendMessageDescriptionOverride");

    private RevRing() {}

    static boolean isAboutCalls(String agentField) {
        return AGENT_FIELDS.contains(agentField) || AGENT_PREFIXES.stream().anyMatch(agentField::startsWith);
    }

    static boolean isAboutTextsInCalls(String messagingField) {
        return MESSAGING_FIELDS.contains(messagingField);
    }
}
