package dev.parley.core.world;

import dev.parley.ports.connection.Connection;
import dev.parley.ports.out.AgentStore;
import dev.parley.ports.out.ApiKeyStore;
import dev.parley.ports.out.AssignedNumberStore;
import dev.parley.ports.out.ConnectionStore;
import dev.parley.ports.out.ConversationStore;
import dev.parley.ports.out.CustomerWebhooks;
import dev.parley.ports.out.Deliveries;
import dev.parley.ports.out.Endpoints;
import dev.parley.ports.out.IdSource;
import dev.parley.ports.out.Inbox;
import dev.parley.ports.out.IntakeJournal;
import dev.parley.ports.out.LanguageModels;
import dev.parley.ports.out.LongTexts;
import dev.parley.ports.out.LostSends;
import dev.parley.ports.out.MessageStore;
import dev.parley.ports.out.MissedTexts;
import dev.parley.ports.out.OrganizationStore;
import dev.parley.ports.out.Outbox;
import dev.parley.ports.out.Pacing;
import dev.parley.ports.out.Providers;
import dev.parley.ports.out.Quarantine;
import dev.parley.ports.out.Replies;
import dev.parley.ports.out.Schedule;
import dev.parley.ports.out.SignatureFailures;
import dev.parley.ports.out.SimulatedPhone;
import dev.parley.ports.out.Suppressions;
import dev.parley.ports.out.Tasks;
import dev.parley.ports.out.WebhookDirectory;
import dev.parley.ports.out.WorkQueue;
import java.net.URI;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * Everything that core needs and does not make itself. Immutable.
 *
 * @param setup what people configure
 * @param traffic what is said, and the work that it makes
 * @param peers whom core talks to
 * @param nature time, chance and the like
 * @param refuge what intake falls back on
 */
public record World(Setup setup, Traffic traffic, Peers peers, Nature nature, Refuge refuge) {

    /** A world whose database is never away, or where carriers are told to try again. */
    public World(Setup setup, Traffic traffic, Peers peers, Nature nature) {
        this(setup, traffic, peers, nature, new Refuge(new NoJournal(), traffic.directory()));
    }

    /**
     * What intake falls back on while the database is away.
     *
     * @param journal where it keeps what carriers bring
     * @param lastKnown the connections that were there last; says that the store is unavailable where it cannot tell
     */
    public record Refuge(IntakeJournal journal, WebhookDirectory lastKnown) {}

    /**
     * What people configure.
     *
     * @param organizations tenants
     * @param apiKeys their keys
     * @param connections their accounts at providers
     * @param numbers their numbers
     * @param agents who answers there
     */
    public record Setup(
            OrganizationStore organizations,
            ApiKeyStore apiKeys,
            ConnectionStore connections,
            AssignedNumberStore numbers,
            AgentStore agents) {}

    /**
     * What is said, and the work that it makes.
     *
     * @param directory whom webhooks are for
     * @param inbox texts that come in
     * @param longTexts texts that come in parts
     * @param replies the reply lane's view
     * @param outbox texts that go out
     * @param schedule texts that go out later
     * @param pacing texts that wait for their turn
     * @param deliveries webhooks to customers
     * @param endpoints how the endpoints of customers fare
     * @param work what is owed
     * @param messages what was said
     * @param conversations between whom
     * @param suppressions opt-outs in force
     * @param quarantine texts that are for nobody
     * @param signatureFailures webhooks that were not believed
     * @param lostSends texts of ours of which nobody knows whether they went
     * @param missedTexts what was asked of providers about the texts that they received
     */
    public record Traffic(
            WebhookDirectory directory,
            Inbox inbox,
            LongTexts longTexts,
            Replies replies,
            Outbox outbox,
            Schedule schedule,
            Pacing pacing,
            Deliveries deliveries,
            Endpoints endpoints,
            WorkQueue work,
            MessageStore messages,
            ConversationStore conversations,
            Suppressions suppressions,
            Quarantine quarantine,
            SignatureFailures signatureFailures,
            LostSends lostSends,
            MissedTexts missedTexts) {}

    /**
     * Whom core talks to.
     *
     * @param providers SMS providers
     * @param models language models
     * @param webhooks servers of customers
     * @param phone phones that are not there
     */
    public record Peers(Providers providers, LanguageModels models, CustomerWebhooks webhooks, SimulatedPhone phone) {}

    /**
     * Time, chance and the like.
     *
     * @param clock the time, best that of the database
     * @param ids new identities
     * @param random chance that nobody can guess
     * @param tasks other threads
     * @param publicUrl our address as carriers see it, without a slash at its end
     */
    public record Nature(InstantSource clock, IdSource ids, RandomGenerator random, Tasks tasks, URI publicUrl) {

        /** Where the provider of a connection finds us. */
        public WebhookAddresses webhooks(Connection connection) {
            return new WebhookAddresses(publicUrl, connection);
        }
    }
}
