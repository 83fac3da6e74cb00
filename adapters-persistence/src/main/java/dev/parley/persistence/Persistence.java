package dev.parley.persistence;

import dev.parley.ports.out.AgentStore;
import dev.parley.ports.out.ApiKeyStore;
import dev.parley.ports.out.AssignedNumberStore;
import dev.parley.ports.out.ConnectionStore;
import dev.parley.ports.out.ConversationStore;
import dev.parley.ports.out.Deliveries;
import dev.parley.ports.out.Endpoints;
import dev.parley.ports.out.IdempotencyStore;
import dev.parley.ports.out.Inbox;
import dev.parley.ports.out.LongTexts;
import dev.parley.ports.out.LostSends;
import dev.parley.ports.out.MessageStore;
import dev.parley.ports.out.MissedTexts;
import dev.parley.ports.out.OrganizationStore;
import dev.parley.ports.out.Outbox;
import dev.parley.ports.out.Pacing;
import dev.parley.ports.out.Quarantine;
import dev.parley.ports.out.Replies;
import dev.parley.ports.out.Schedule;
import dev.parley.ports.out.SignatureFailures;
import dev.parley.ports.out.Suppressions;
import dev.parley.ports.out.WebhookDirectory;
import dev.parley.ports.out.WorkQueue;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Every store, open. Thread-safe. Close it to give the database back. */
public final class Persistence implements AutoCloseable {

    private final Opening.Ground ground;
    private final Database database;
    private final AgentRows agents;
    private final ConnectionRows connections;
    private final LastKnown lastKnown;
    private final WorkRows work;
    private final WorkQueue queue;
    private final RecentDirectory recent;
    private final Database setup;
    private final Inbox inbox;
    private final Replies replies;
    private final Outbox outbox;
    private final Housekeeping housekeeping;

    private Persistence(Opening.Ground ground) {
        this.ground = ground;
        database = ground.connected().database();
        agents = new AgentRows(ground.vault());
        connections = new ConnectionRows(ground.vault());
        lastKnown = new LastKnown(database, connections, new RollFile(ground.dataDir(), ground.vault()));
        recent = new RecentDirectory(directory(), System::nanoTime);
        setup = database.telling(recent::forget);
        work = new WorkRows(ground.clock(), new AtomicInteger(ground.beginning()));
        queue = new JdbcWorkQueue(database, work);
        inbox = new JdbcInbox(database, work, ground.clock());
        replies = new JdbcReplies(database, work, new ReplyWindows(agents, connections, new Recent<>(System::nanoTime)));
        outbox = new JdbcOutbox(database, work);
        housekeeping = Housekeeping.of(ground.clock(), new OldRows(database, work), lastKnown);
    }

    /**
     * Connects, brings the schema up to date and proves the encryption key. Takes seconds at most.
     *
     * @param random for nonces and keys, and for how long to wait before another try
     * @throws PersistenceRefused when the configuration does not do; nothing stays open then
     */
    public static Persistence open(PersistenceConfig config, SecureRandom random) {
        return new Persistence(new Opening(config, random).now());
    }

    /**
     * Opens what can be had without the database: what was last known of connections. Everything else says that the store is
     * unavailable until {@link #connect}.
     *
     * @param guess the time, until the database tells it
     * @return empty where nothing is known, or where the database is a part of this process
     * @throws PersistenceRefused when the configuration does not do
     */
    public static Optional<Persistence> openLater(PersistenceConfig config, SecureRandom random, InstantSource guess) {
        return new Opening(config, random).later(guess).map(Persistence::new);
    }

    /** Whether the database was there at some time. */
    public boolean isConnected() {
        return !database.isShut();
    }

    /**
     * Does what {@link #open} does at once. May be tried again.
     *
     * @throws PersistenceRefused when the configuration does not do, or the database is still away
     */
    public void connect() {
        ground.connect();
    }

    /** The time that all nodes share: that of the database. Reading it asks nobody. */
    public InstantSource clock() {
        return ground.clock();
    }

    /** Whether the database answers just now. Blocks for a few seconds at most. */
    public boolean isHealthy() {
        return ground.clock().isAnswered();
    }

    /** Tenants. */
    public OrganizationStore organizations() {
        return new JdbcOrganizationStore(database);
    }

    /** The same as they were a moment ago: what another node changes is seen a second later at most. */
    public OrganizationStore recentOrganizations() {
        return new RecentOrganizations(organizations(), System::nanoTime);
    }

    /** Keys that act for them. */
    public ApiKeyStore apiKeys() {
        return new JdbcApiKeyStore(database);
    }

    /** Accounts at providers. */
    public ConnectionStore connections() {
        return new JdbcConnectionStore(setup, connections);
    }

    /** Our numbers. */
    public AssignedNumberStore numbers() {
        return new JdbcNumberStore(setup);
    }

    /** Who answers. */
    public AgentStore agents() {
        return new JdbcAgentStore(setup, agents);
    }

    /** Finds the connections that a webhook may be for. */
    public WebhookDirectory directory() {
        return new RememberedDirectory(new JdbcWebhookDirectory(database, agents, connections), lastKnown);
    }

    /** The same, as far as is known, while the database is away. */
    public WebhookDirectory lastKnown() {
        return lastKnown;
    }

    /** The same as it was a moment ago: what another node changes is seen a second later at most. */
    public WebhookDirectory recentDirectory() {
        return recent;
    }

    /** Texts that come in. */
    public Inbox inbox() {
        return inbox;
    }

    /** Texts that come in parts. */
    public LongTexts longTexts() {
        return new JdbcLongTexts(database, work);
    }

    /** The reply lane's steps. */
    public Replies replies() {
        return replies;
    }

    /** Texts of ours on their way. */
    public Outbox outbox() {
        return outbox;
    }

    /** Texts of ours of which nobody knows whether they went. */
    public LostSends lostSends() {
        return new JdbcLostSends(database, work);
    }

    /** What was asked of providers about the texts that they received. */
    public MissedTexts missedTexts() {
        return new JdbcMissedTexts(database, work);
    }

    /** Texts of ours that wait for their time. */
    public Schedule schedule() {
        return new JdbcSchedule(database, work);
    }

    /** Texts that wait for their turn. */
    public Pacing pacing() {
        return new JdbcPacing(database, work);
    }

    /** Webhooks of ours to customers. */
    public Deliveries deliveries() {
        return new JdbcDeliveries(database, work);
    }

    /** How the endpoints of customers fare. */
    public Endpoints endpoints() {
        return new JdbcEndpoints(database);
    }

    /** Rows with a due time. */
    public WorkQueue work() {
        return queue;
    }

    /** Reads messages. */
    public MessageStore messages() {
        return new JdbcMessageStore(database);
    }

    /** Reads conversations. */
    public ConversationStore conversations() {
        return new JdbcConversationStore(database);
    }

    /** Opt-outs in force. */
    public Suppressions suppressions() {
        return new JdbcSuppressions(database);
    }

    /** Texts that no agent could take. */
    public Quarantine quarantine() {
        return new JdbcQuarantine(database);
    }

    /** Webhooks that were not believed. */
    public SignatureFailures signatureFailures() {
        return new JdbcSignatureFailures(database);
    }

    /** Answers by idempotency key. */
    public IdempotencyStore idempotency() {
        return new JdbcIdempotencyStore(database);
    }

    @Override
    public void close() {
        housekeeping.close();
        ground.connected().close();
    }

    Database database() {
        return database;
    }
}
