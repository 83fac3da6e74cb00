package dev.parley.core.simulation;

import dev.parley.ports.DeliveryId;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.PageRequest;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.message.Message;
import dev.parley.ports.message.MessageFilter;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.message.OutboundMessage;
import dev.parley.ports.out.Acceptance;
import dev.parley.ports.out.Arrival;
import dev.parley.ports.out.Begun;
import dev.parley.ports.out.Deliveries;
import dev.parley.ports.out.DeliveryFate;
import dev.parley.ports.out.MessageStore;
import dev.parley.ports.out.OrganizationStore;
import dev.parley.ports.out.OutboundDraft;
import dev.parley.ports.out.Outbox;
import dev.parley.ports.out.ReplyCommit;
import dev.parley.ports.out.ReplyDraft;
import dev.parley.ports.out.Resumed;
import dev.parley.ports.work.Claim;
import dev.parley.testkit.sample.Tenant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The books of the world outside: what was offered, what was taken, what was told. Judged by {@link IncomingPromises} and {@link OutgoingPromises}. */
final class Ledger {

    final List<Offer> offers = new ArrayList<>();
    final List<Taken> taken = new ArrayList<>();
    final List<Post> posts = new ArrayList<>();
    final List<Question> questions = new ArrayList<>();
    final Map<MessageId, Long> stored = new LinkedHashMap<>();
    final Map<MessageId, ReplyDraft> replies = new LinkedHashMap<>();
    /** What callers want sent, in their own words when they have some. */
    final Map<MessageId, Optional<String>> orders = new LinkedHashMap<>();

    final Map<MessageId, Long> decided = new LinkedHashMap<>();
    final List<Reported> reported = new ArrayList<>();
    final Set<MessageId> answered = new LinkedHashSet<>();
    final Set<MessageId> inDoubt = new LinkedHashSet<>();
    final Set<DeliveryId> settled = new LinkedHashSet<>();
    final List<Violation> violations = new ArrayList<>();

    private int talking;
    private final Map<MessageId, MessageStatus> seen = new LinkedHashMap<>();
    private final History history;
    private final OrganizationStore organizations;
    private final MessageStore messages;

    Ledger(History history, OrganizationStore organizations, MessageStore messages) {
        this.history = history;
        this.organizations = organizations;
        this.messages = messages;
    }

    /**
     * A provider took a text.
     *
     * @param tenant through whose account
     * @param message our name for it
     * @param to to whom
     * @param body what it says
     * @param at its place in the history
     */
    record Taken(Tenant tenant, MessageId message, PhoneNumber to, String body, long at) {}

    /**
     * A customer's server got a webhook.
     *
     * @param id what it is called
     * @param about the text that it tells of
     * @param payload what it says
     * @param isTaken whether the server answered 200
     * @param reply what it wanted sent
     */
    record Post(DeliveryId id, MessageId about, String payload, boolean isTaken, Optional<String> reply) {}

    /**
     * A model was asked.
     *
     * @param words all that it was told
     */
    record Question(String words) {}

    /**
     * We have acknowledged how a provider's last word about a text was.
     *
     * @param message which text
     * @param name what the provider calls it
     * @param isNamed whether the report names the text as we do
     * @param status the last word
     */
    record Reported(MessageId message, String name, boolean isNamed, MessageStatus status) {

        boolean isAbout(OutboundMessage text) {
            return text.id().equals(message) && (isNamed || text.providerMessageId().filter(name::equals).isPresent());
        }
    }

    /** Somebody begins to talk to us. */
    void begin() {
        talking++;
    }

    /** Somebody has nothing more to say. */
    void end() {
        talking--;
    }

    /** Whether somebody still talks. */
    boolean isTalking() {
        return talking > 0;
    }

    /** Reads in the steps of machines what nobody outside can see. */
    void observe(Step step, @Nullable Object result) {
        switch (result) {
            case ReplyCommit.Sending _ when step.args().get(1) instanceof ReplyDraft reply -> {
                replies.put(reply.text().id(), reply);
                decided.put(reply.text().id(), history.now());
            }
            case Acceptance.Stored _ when step.args().get(0) instanceof Arrival arrival -> stored.put(arrival.id(), history.now());
            case Begun.Sending _ when step.args().get(0) instanceof OutboundDraft draft -> decided.put(draft.id(), history.now());
            case Resumed.Ready(var message) -> decided.put(message.id(), history.now());
            case Resumed.Over _ when step.args().get(0) instanceof Claim claim -> inDoubt.add(new MessageId(claim.key().subject()));
            case Outbox.Leave leave when leave == Outbox.Leave.NOW && step.args().get(0) instanceof Claim claim ->
                    decided.put(new MessageId(claim.key().subject()), history.now());
            case Boolean stored when stored && step.is(Deliveries.class, "record") -> settle(step);
            case null, default -> {}
        }
        if (step.is(Outbox.class, "finish") || step.is(Outbox.class, "report")) {
            organizations.list(PageRequest.FIRST).items().forEach(o -> watch(o.id()));
        }
    }

    private void settle(Step record) {
        if (record.args().get(0) instanceof Claim claim && !(record.args().get(2) instanceof DeliveryFate.Retry)) {
            settled.add(new DeliveryId(claim.key().subject()));
        }
    }

    private void watch(OrganizationId organization) {
        messages(organization).stream()
                .filter(OutboundMessage.class::isInstance)
                .map(OutboundMessage.class::cast)
                .forEach(this::watch);
    }

    private void watch(OutboundMessage message) {
        MessageStatus before = seen.put(message.id(), message.status());
        if (before != null && isFall(before, message.status())) {
            violations.add(new Violation(
                    "A status never falls: that of " + Brief.of(message.id()) + " fell from " + before + " to " + message.status() + ".",
                    Brief.of(message.id())));
        }
    }

    /** A text that surely did not leave waits again. */
    private static boolean isFall(MessageStatus before, MessageStatus now) {
        return now.rank() < before.rank() && !(before == MessageStatus.SENDING && now == MessageStatus.QUEUED);
    }

    /** All messages of an organization, as the program shows them. */
    List<Message> messages(OrganizationId organization) {
        var all = new ArrayList<Message>();
        var page = messages.list(organization, MessageFilter.ALL, PageRequest.FIRST);
        all.addAll(page.items());
        while (page.next().isPresent()) {
            page = messages.list(organization, MessageFilter.ALL, new PageRequest(PageRequest.MAX, page.next()));
            all.addAll(page.items());
        }
        return all.reversed();
    }
}
