package dev.parley.testkit.store;

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
import dev.parley.testkit.sample.Tenant;

/**
 * Every out-port that keeps something, over the same data.
 *
 * @param organizations tenants
 * @param apiKeys keys that act for them
 * @param connections accounts at providers
 * @param numbers our numbers
 * @param agents who answers
 * @param directory finds the connections that a webhook may be for
 * @param inbox texts that come in
 * @param longTexts texts that come in parts
 * @param replies the reply lane's steps
 * @param outbox texts of ours on their way
 * @param schedule texts of ours that wait for their time
 * @param pacing texts of ours that wait for their turn
 * @param deliveries webhooks of ours to customers
 * @param endpoints how the endpoints of customers fare
 * @param work rows with a due time
 * @param messages reads messages
 * @param conversations reads conversations
 * @param suppressions opt-outs in force
 * @param quarantine texts that no agent could take
 * @param signatureFailures webhooks that were not believed
 * @param idempotency answers by idempotency key
 * @param lostSends texts of ours of which nobody knows whether they went
 * @param missedTexts what was asked of providers about the texts that they received
 */
public record Stores(
        OrganizationStore organizations,
        ApiKeyStore apiKeys,
        ConnectionStore connections,
        AssignedNumberStore numbers,
        AgentStore agents,
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
        IdempotencyStore idempotency,
        LostSends lostSends,
        MissedTexts missedTexts) {

    /** Stores a tenant: its organization, connection, agent and number. */
    public void insert(Tenant tenant) {
        organizations.insert(tenant.organization());
        connections.insert(tenant.connection());
        agents.insert(tenant.agent());
        numbers.insert(tenant.number());
    }
}
