package dev.parley.testkit.store;

import dev.parley.ports.AgentId;
import dev.parley.ports.AssignedNumberId;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.connection.AssignedNumber;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.message.Message;
import dev.parley.ports.message.MessageFilter;
import dev.parley.ports.out.AssignedNumberStore;
import dev.parley.ports.out.Begun;
import dev.parley.ports.out.ConnectionStore;
import dev.parley.ports.out.IdempotencyStore;
import dev.parley.ports.out.MessageStore;
import dev.parley.ports.out.OutboundDraft;
import dev.parley.ports.out.Outbox;
import dev.parley.ports.out.Release;
import dev.parley.ports.out.Removal;
import dev.parley.ports.out.Replies;
import dev.parley.ports.out.ReplyCommit;
import dev.parley.ports.out.ReplyDraft;
import dev.parley.ports.out.ReplyWindow;
import dev.parley.ports.out.Resumed;
import dev.parley.ports.out.SendFate;
import dev.parley.ports.out.Settlement;
import dev.parley.ports.out.StatusReport;
import dev.parley.ports.out.WorkQueue;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import dev.parley.ports.work.WorkKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Stores that do what intact ones do, for broken ones to differ from in one thing. */
final class Intact {

    private Intact() {}

    interface Messages extends MessageStore {

        MessageStore intact();

        @Override
        default Optional<Message> find(OrganizationId organization, MessageId id) {
            return intact().find(organization, id);
        }

        @Override
        default Page<Message> list(OrganizationId organization, MessageFilter filter, PageRequest page) {
            return intact().list(organization, filter, page);
        }
    }

    interface Sends extends Outbox {

        Outbox intact();

        @Override
        default Begun begin(OutboundDraft draft) {
            return intact().begin(draft);
        }

        @Override
        default Resumed resume(Claim claim) {
            return intact().resume(claim);
        }

        @Override
        default Leave mayLeave(Claim claim) {
            return intact().mayLeave(claim);
        }

        @Override
        default boolean finish(Claim claim, SendFate fate) {
            return intact().finish(claim, fate);
        }

        @Override
        default void report(OrganizationId organization, ConnectionId connection, StatusReport report) {
            intact().report(organization, connection, report);
        }
    }

    interface Lanes extends Replies {

        Replies intact();

        @Override
        default Optional<ReplyWindow> window(Claim claim, int mostTurns) {
            return intact().window(claim, mostTurns);
        }

        @Override
        default ReplyCommit commit(Claim claim, ReplyDraft draft) {
            return intact().commit(claim, draft);
        }

        @Override
        default Release settle(Claim claim, Settlement settlement) {
            return intact().settle(claim, settlement);
        }

        @Override
        default Release giveUp(Claim claim) {
            return intact().giveUp(claim);
        }

        @Override
        default Release release(Claim claim) {
            return intact().release(claim);
        }
    }

    interface Work extends WorkQueue {

        WorkQueue intact();

        @Override
        default Optional<Claim> claim(WorkKey key) {
            return intact().claim(key);
        }

        @Override
        default List<Claim> claimDue(WorkKind kind, int most) {
            return intact().claimDue(kind, most);
        }

        @Override
        default boolean renew(Claim claim) {
            return intact().renew(claim);
        }

        @Override
        default boolean fail(Claim claim, Duration delay) {
            return intact().fail(claim, delay);
        }

        @Override
        default boolean postpone(Claim claim, Duration delay) {
            return intact().postpone(claim, delay);
        }
    }

    interface Connections extends ConnectionStore {

        ConnectionStore intact();

        @Override
        default void note(Connection connection, Connection.Problem problem) {
            intact().note(connection, problem);
        }

        @Override
        default void noteWell(Connection connection) {
            intact().noteWell(connection);
        }

        @Override
        default void insert(Connection connection) {
            intact().insert(connection);
        }

        @Override
        default Optional<Connection> find(OrganizationId organization, ConnectionId id) {
            return intact().find(organization, id);
        }

        @Override
        default Page<Connection> list(OrganizationId organization, PageRequest page) {
            return intact().list(organization, page);
        }

        @Override
        default boolean update(Connection connection) {
            return intact().update(connection);
        }

        @Override
        default Removal delete(OrganizationId organization, ConnectionId id) {
            return intact().delete(organization, id);
        }
    }

    interface Numbers extends AssignedNumberStore {

        AssignedNumberStore intact();

        @Override
        default boolean insert(AssignedNumber number) {
            return intact().insert(number);
        }

        @Override
        default Optional<AssignedNumber> find(OrganizationId organization, AssignedNumberId id) {
            return intact().find(organization, id);
        }

        @Override
        default Optional<AssignedNumber> findByNumber(OrganizationId organization, PhoneNumber number) {
            return intact().findByNumber(organization, number);
        }

        @Override
        default List<AssignedNumber> ofAgent(OrganizationId organization, AgentId agent) {
            return intact().ofAgent(organization, agent);
        }

        @Override
        default Page<AssignedNumber> list(OrganizationId organization, PageRequest page) {
            return intact().list(organization, page);
        }

        @Override
        default boolean update(AssignedNumber number) {
            return intact().update(number);
        }

        @Override
        default boolean delete(OrganizationId organization, AssignedNumberId id) {
            return intact().delete(organization, id);
        }
    }

    interface Requests extends IdempotencyStore {

        IdempotencyStore intact();

        @Override
        default Attempt begin(OrganizationId organization, String key, String fingerprint, MessageId message) {
            return intact().begin(organization, key, fingerprint, message);
        }

        @Override
        default void finish(OrganizationId organization, String key, Answer answer) {
            intact().finish(organization, key, answer);
        }

        @Override
        default void abandon(OrganizationId organization, String key) {
            intact().abandon(organization, key);
        }
    }
}
