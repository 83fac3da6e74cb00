package dev.parley.testkit.store;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.message.Message;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.message.OutboundMessage;
import dev.parley.ports.out.Begun;
import dev.parley.ports.out.MessageStore;
import dev.parley.ports.out.OutboundDraft;
import dev.parley.ports.out.Outbox;
import dev.parley.ports.out.Resumed;
import dev.parley.ports.out.SendFate;
import dev.parley.ports.out.StatusReport;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Stores that send, or tell how far a text is, wrongly. */
final class BrokenSends {

    private BrokenSends() {}

    /** Sends again what may have been sent. */
    record SendsAgainBlindly(Outbox intact, MessageStore messages) implements Intact.Sends {
        @Override
        public Resumed resume(Claim claim) {
            WorkKey key = claim.key();
            return messages.find(key.organization(), new MessageId(key.subject()))
                    .<Resumed>map(m -> new Resumed.Ready((OutboundMessage) m))
                    .orElseGet(Resumed.Over::new);
        }
    }

    /** Forgets reports that come before their text is known. */
    record ForgetsEarlyReports(Outbox intact, Set<String> known) implements Intact.Sends {

        ForgetsEarlyReports(Outbox intact) {
            this(intact, new HashSet<>());
        }

        @Override
        public boolean finish(Claim claim, SendFate fate) {
            if (fate instanceof SendFate.Sent sent) {
                known.addAll(sent.providerIds());
            }
            return intact.finish(claim, fate);
        }

        @Override
        public void report(OrganizationId organization, ConnectionId connection, StatusReport report) {
            if (known.contains(report.providerMessageId()) || report.messageId().isPresent()) {
                intact.report(organization, connection, report);
            }
        }
    }

    /** Believes a report that names our id, whoever makes it. */
    record BelievesEveryConnection(Outbox intact, MessageStore messages) implements Intact.Sends {
        @Override
        public void report(OrganizationId organization, ConnectionId connection, StatusReport report) {
            Optional<Message> named = report.messageId().flatMap(id -> messages.find(organization, id));
            intact.report(organization, named.map(m -> m.header().connection()).orElse(connection), report);
        }
    }

    /** Thinks that a stop before the text was written down is the only one. */
    record LetsEverythingLeave(Outbox intact) implements Intact.Sends {
        @Override
        public Leave mayLeave(Claim claim) {
            return Leave.NOW;
        }
    }

    /** Has whoever may leave let somebody else go first. */
    record LetsEverybodyWait(Outbox intact) implements Intact.Sends {
        @Override
        public Leave mayLeave(Claim claim) {
            return Leave.BEHIND;
        }
    }

    /** Hears of a text only through the connection that carried the first one. */
    record HearsOneConnection(Outbox intact, List<ConnectionId> first) implements Intact.Sends {

        HearsOneConnection(Outbox intact) {
            this(intact, new ArrayList<>());
        }

        @Override
        public Begun begin(OutboundDraft draft) {
            first.add(draft.connection());
            return intact.begin(draft);
        }

        @Override
        public void report(OrganizationId organization, ConnectionId connection, StatusReport report) {
            if (first.contains(connection)) {
                intact.report(organization, connection, report);
            }
        }
    }

    /** Does not read from which number a text went. */
    record ForgetsReportedSenders(Outbox intact) implements Intact.Sends {
        @Override
        public void report(OrganizationId organization, ConnectionId connection, StatusReport r) {
            intact.report(
                    organization,
                    connection,
                    new StatusReport(
                            r.providerMessageId(),
                            r.messageId(),
                            r.status(),
                            r.failure(),
                            r.recipientOptedOut(),
                            Optional.empty()));
        }
    }

    /** Forgets that the provider said that the contact has opted out. */
    record ForgetsOptOutsOfProviders(Outbox intact) implements Intact.Sends {
        @Override
        public boolean finish(Claim claim, SendFate fate) {
            return intact.finish(claim, fate instanceof SendFate.Failed(var failure, _) ? new SendFate.Failed(failure, false) : fate);
        }
    }

    /** Does not see that a report came before, when it names our id. */
    record TakesEveryReportForNews(Outbox intact, AtomicInteger reports) implements Intact.Sends {
        @Override
        public void report(OrganizationId organization, ConnectionId connection, StatusReport r) {
            String name = r.messageId().isPresent() ? "report-" + reports.incrementAndGet() : r.providerMessageId();
            intact.report(
                    organization,
                    connection,
                    new StatusReport(name, r.messageId(), r.status(), r.failure(), r.recipientOptedOut(), r.from()));
        }
    }

    /** Never begins a conversation anew. */
    record ForgetsIdleDays(Outbox intact) implements Intact.Sends {
        @Override
        public Begun begin(OutboundDraft d) {
            return intact.begin(new OutboundDraft(
                    d.id(),
                    d.newConversation(),
                    d.organization(),
                    d.agent(),
                    d.connection(),
                    d.from(),
                    d.to(),
                    d.content(),
                    d.generatedByLlm(),
                    0,
                    d.createdAt()));
        }
    }

    /** Writes down what was reported last, however late it comes. */
    record LastReportWins(Outbox intact, Map<String, MessageStatus> last) implements Intact.Sends {
        @Override
        public void report(OrganizationId organization, ConnectionId connection, StatusReport report) {
            last.put(report.providerMessageId(), report.status());
            intact.report(organization, connection, report);
        }

        static Stores in(Stores stores) {
            var last = new ConcurrentHashMap<String, MessageStatus>();
            return Swap.in(Swap.in(stores, Outbox.class, o -> new LastReportWins(o, last)), MessageStore.class, m -> new Shown(m, last));
        }

        record Shown(MessageStore intact, Map<String, MessageStatus> last) implements Intact.Messages {
            @Override
            public Optional<Message> find(OrganizationId organization, MessageId id) {
                return intact.find(organization, id).map(m -> m instanceof OutboundMessage out ? shown(out) : m);
            }

            private Message shown(OutboundMessage m) {
                MessageStatus status = m.providerMessageId().map(last::get).orElse(m.status());
                return new OutboundMessage(m.header(), m.content(), status, m.generatedByLlm(), m.providerMessageId(), m.failure());
            }
        }
    }
}
