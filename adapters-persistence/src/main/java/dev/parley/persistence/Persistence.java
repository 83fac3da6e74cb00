package dev.parley.persistence;

import dev.parley.persistence.PersistenceRefused.Why;
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
import dev.parley.ports.out.Quarantine;
import dev.parley.ports.out.Replies;
import dev.parley.ports.out.SignatureFailures;
import dev.parley.ports.out.StoreUnavailable;
import dev.parley.ports.out.Suppressions;
import dev.parley.ports.out.WebhookDirectory;
import dev.parley.ports.out.WorkQueue;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Every store, open. Thread-safe. Close it to give the database back. */
public final class Persistence implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Persistence.class.getName());
    private static final int CLOCK_SECONDS = 30;

    private final Connected connected;
    private final Database database;
    private final AgentRows agents;
    private final ConnectionRows connections;
    private final DatabaseClock clock;
    private final WorkRows work;
    private final WorkQueue queue;
    private final RecentDirectory recent;
    private final Database setup;
    private final Inbox inbox;
    private final Replies replies;
    private final Outbox outbox;
    private final ScheduledExecutorService clockwork;

    private Persistence(Connected connected, Vault vault, int beginning) {
        this.connected = connected;
        database = connected.database();
        agents = new AgentRows(vault);
        connections = new ConnectionRows(vault);
        recent = new RecentDirectory(new JdbcWebhookDirectory(database, agents, connections), System::nanoTime);
        setup = database.telling(recent::forget);
        clock = new DatabaseClock(database, System::nanoTime);
        work = new WorkRows(clock, new AtomicInteger(beginning));
        queue = new JdbcWorkQueue(database, work);
        inbox = new JdbcInbox(database, work, clock);
        replies = new JdbcReplies(database, work, new ReplyWindows(agents, connections, new Recent<>(System::nanoTime)));
        outbox = new JdbcOutbox(database, work);
        clockwork = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("parley-housekeeping").factory());
        var _ = clockwork.scheduleWithFixedDelay(this::refreshClock, CLOCK_SECONDS, CLOCK_SECONDS, TimeUnit.SECONDS);
        var _ = clockwork.scheduleWithFixedDelay(this::forgetOld, 1, 1, TimeUnit.HOURS);
    }

    /**
     * Connects, brings the schema up to date and proves the encryption key. Takes seconds at most.
     *
     * @param random for nonces and keys, and for how long to wait before another try
     * @throws PersistenceRefused when the configuration does not do; nothing stays open then
     */
    public static Persistence open(PersistenceConfig config, SecureRandom random) {
        String url = config.url().orElseGet(() -> "jdbc:h2:file:" + config.dataDir().toAbsolutePath().resolve("parley"));
        Dialect dialect = Dialect.of(url)
                .orElseThrow(
                        () -> new PersistenceRefused(
                                Why.UNSUPPORTED_URL,
                                "The database URL begins with neither jdbc:mysql: nor jdbc:h2:."));
        EncryptionKey key = EncryptionKey.parse(config.encryptionKey().orElseGet(() -> KeyFile.instead(dialect, config, random)));
        return open(Connected.to(new Pools(dialect, url, config), random), new Vault(key, random), random.nextInt());
    }

    private static Persistence open(Connected connected, Vault vault, int beginning) {
        boolean isOpen = false;
        try {
            new Canary(connected.database(), vault).check();
            var persistence = new Persistence(connected, vault, beginning);
            isOpen = true;
            return persistence;
        } finally {
            if (!isOpen) {
                connected.close();
            }
        }
    }

    /** The time that all nodes share: that of the database. Reading it asks nobody. */
    public InstantSource clock() {
        return clock;
    }

    /** Whether the database answers just now. Blocks for a few seconds at most. */
    public boolean isHealthy() {
        try {
            clock.refresh();
            return true;
        } catch (StoreUnavailable e) {
            return false;
        }
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
        return new JdbcWebhookDirectory(database, agents, connections);
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
        clockwork.shutdownNow();
        connected.close();
    }

    Database database() {
        return database;
    }

    private void forgetOld() {
        try {
            new JdbcIdempotencyStore(database).forgetOld();
            new JdbcLongTexts(database, work).forgetOld();
            new ParkedReports(database).forgetOld();
        } catch (StoreUnavailable e) {
            LOG.log(System.Logger.Level.DEBUG, "What is old is forgotten another time: the database is away");
        }
    }

    /** A database that is away keeps its last time: the clock runs on by itself. */
    private void refreshClock() {
        isHealthy();
    }
}
