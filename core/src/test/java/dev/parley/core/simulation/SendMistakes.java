package dev.parley.core.simulation;

import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.message.Message;
import dev.parley.ports.message.MessageFilter;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.message.OutboundMessage;
import dev.parley.ports.out.MessageStore;
import dev.parley.ports.out.Outbox;
import dev.parley.ports.out.Providers;
import dev.parley.ports.out.Resumed;
import dev.parley.ports.out.StatusReport;
import dev.parley.ports.spi.AuthenticWebhook;
import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.spi.SendOutcome;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.Verdict;
import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookRequest;
import dev.parley.ports.work.Claim;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Mistakes with texts of ours. */
final class SendMistakes {

    private SendMistakes() {}

    /** Sends once more what was found under way. */
    static @Nullable Object sendAgain(Step step) {
        if (step.is(Outbox.class, "mayLeave")) {
            return Outbox.Leave.NOW;
        }
        Object result = step.go();
        if (result instanceof Resumed.Over && step.args().get(0) instanceof Claim claim) {
            Optional<Message> lost = step.stores().messages().find(claim.key().organization(), new MessageId(claim.key().subject()));
            return lost.filter(OutboundMessage.class::isInstance)
                    .map(OutboundMessage.class::cast)
                    .filter(message -> message.status() == MessageStatus.UNKNOWN)
                    .<Object>map(Resumed.Ready::new)
                    .orElse(result);
        }
        return result;
    }

    /** Gives a provider a text again whose answer was lost. */
    static @Nullable Object tryAgain(Step step) {
        Object result = step.go();
        return step.is(Providers.class, "open") && result instanceof SmsProvider provider ? new Eager(provider) : result;
    }

    /** Drops reports about texts that are not known yet. */
    static @Nullable Object dropEarlyReports(Step step) {
        boolean isEarly = step.is(Outbox.class, "report") && step.args().get(0) instanceof OrganizationId organization
                && step.args().get(2) instanceof StatusReport report
                && step.stores()
                        .messages()
                        .list(organization, MessageFilter.ALL, PageRequest.FIRST)
                        .items()
                        .stream()
                        .noneMatch(message -> isAbout(report, message));
        return isEarly ? null : step.go();
    }

    private static boolean isAbout(StatusReport report, Message message) {
        Optional<String> name = message instanceof OutboundMessage sent ? sent.providerMessageId() : Optional.empty();
        return report.messageId().filter(message.id()::equals).isPresent() || name.filter(report.providerMessageId()::equals).isPresent();
    }

    /** Believes the latest report, whatever it says. */
    static final class LastReportWins implements Tamper {

        private final Map<MessageId, MessageStatus> latest = new HashMap<>();

        @Override
        public @Nullable Object call(Step step) {
            if (step.is(Outbox.class, "report") && step.args().get(2) instanceof StatusReport report) {
                report.messageId().ifPresent(id -> latest.put(id, report.status()));
            }
            Object result = step.go();
            return step.is(MessageStore.class, "list") && result instanceof Page<?> page ? page.map(this::shown) : result;
        }

        private Object shown(Object message) {
            return message instanceof OutboundMessage m && latest.containsKey(m.id())
                    ? new OutboundMessage(
                            m.header(),
                            m.content(),
                            Objects.requireNonNull(latest.get(m.id())),
                            m.generatedByLlm(),
                            m.providerMessageId(),
                            m.failure())
                    : message;
        }
    }

    private record Eager(SmsProvider provider) implements SmsProvider {

        @Override
        public SendOutcome send(OutboundText text) {
            SendOutcome first = provider.send(text);
            return first instanceof SendOutcome.Ambiguous ? provider.send(text) : first;
        }

        @Override
        public Verdict check(WebhookRequest request) {
            return provider.check(request);
        }

        @Override
        public List<WebhookEvent> read(AuthenticWebhook webhook) {
            return provider.read(webhook);
        }
    }
}
