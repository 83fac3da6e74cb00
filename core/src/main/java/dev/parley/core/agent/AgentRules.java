package dev.parley.core.agent;

import dev.parley.core.organization.Names;
import dev.parley.ports.FieldError;
import dev.parley.ports.agent.InboundMode;
import dev.parley.ports.agent.Manners;
import dev.parley.ports.agent.MessagingConfig;
import dev.parley.ports.agent.ReplyLimits;
import dev.parley.ports.in.AgentSpec;
import dev.parley.ports.in.SecretChange;
import dev.parley.ports.out.CustomerWebhooks;
import dev.parley.ports.out.LanguageModels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What an agent may be. */
final class AgentRules {

    private static final int LONGEST_PROMPT = 16_000;
    private static final int LONGEST_TEXT = 1_600;
    private static final int LONGEST_KEYWORD = 100;
    private static final int MOST_KEYWORDS = 50;
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);
    private static final int MOST_SEGMENTS = 10;
    private static final int MOST_REPLIES = 1_000_000;
    private static final int MOST_IDLE_DAYS = 3_650;

    private final LanguageModels models;
    private final CustomerWebhooks webhooks;

    AgentRules(LanguageModels models, CustomerWebhooks webhooks) {
        this.models = models;
        this.webhooks = webhooks;
    }

    List<FieldError> problems(AgentSpec spec) {
        var problems = new Problems();
        problems.found.addAll(Names.check(spec.name()));
        config(spec.config(), problems);
        limits(spec.config().limits(), problems);
        manners(spec.config().manners(), problems);
        if (spec.webhookSecret() instanceof SecretChange.Set(var secret) && !WebhookSecrets.isValid(secret)) {
            problems.add("webhookSecret", "not_allowed", "whsec_ and the base64 of 24 to 64 bytes is accepted.");
        }
        return problems.found;
    }

    private void config(MessagingConfig config, Problems problems) {
        if (config.inboundMode() == InboundMode.AUTO_REPLY && config.smsPrompt().filter(p -> !p.isBlank()).isEmpty()) {
            problems.add("smsPrompt", "required", "An agent that replies with AI needs an SMS prompt.");
        }
        if (config.inboundMode() == InboundMode.NOTIFY && config.inboundWebhookUrl().isEmpty()) {
            problems.add("inboundWebhookUrl", "required", "An agent that notifies needs the URL to notify.");
        }
        problems.longest("smsPrompt", config.smsPrompt().orElse(""), LONGEST_PROMPT);
        config.inboundWebhookUrl()
                .flatMap(webhooks::refusal)
                .ifPresent(why -> problems.add("inboundWebhookUrl", "address_not_allowed", why));
        config.model()
                .filter(name -> !models.names().contains(name))
                .ifPresent(_ -> problems.add(
                        "model", "unknown_model", "Configured are: " + String.join(", ", models.names().stream().sorted().toList()) + "."));
    }

    private static void limits(ReplyLimits limits, Problems problems) {
        boolean delayFits = !limits.delay().isNegative() && limits.delay().compareTo(LONGEST_DELAY) <= 0;
        if (!delayFits) {
            problems.add("replyDelaySeconds", "out_of_range", "0 to 300 is accepted.");
        }
        problems.range("maxSegments", limits.maxSegments(), 1, MOST_SEGMENTS);
        problems.range("maxRepliesPerHour", limits.maxRepliesPerHour(), 1, MOST_REPLIES);
        problems.range("conversationIdleResetDays", limits.idleResetDays(), 0, MOST_IDLE_DAYS);
    }

    private static void manners(Manners manners, Problems problems) {
        problems.longest("disclosure", manners.disclosure().orElse(""), LONGEST_TEXT);
        problems.longest("fallbackText", manners.fallbackText().orElse(""), LONGEST_TEXT);
        if (manners.handoffKeywords().size() > MOST_KEYWORDS) {
            problems.add("handoffKeywords", "too_many", "At most " + MOST_KEYWORDS + " are accepted.");
        }
        if (manners.handoffKeywords().stream().anyMatch(k -> k.isBlank() || k.length() > LONGEST_KEYWORD)) {
            problems.add("handoffKeywords", "not_allowed", "Each has 1 to " + LONGEST_KEYWORD + " characters.");
        }
    }

    /** What is wrong so far. */
    private static final class Problems {

        private final List<FieldError> found = new ArrayList<>();

        void add(String field, String code, String detail) {
            found.add(new FieldError("messagingConfig." + field, code, detail));
        }

        void range(String field, int value, int least, int most) {
            if (value < least || value > most) {
                add(field, "out_of_range", least + " to " + most + " is accepted.");
            }
        }

        void longest(String field, String value, int most) {
            if (value.length() > most) {
                add(field, "too_long", "At most " + most + " characters are accepted.");
            }
        }
    }
}
