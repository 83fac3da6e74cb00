package dev.parley.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.MessageId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.message.Failure;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.message.OutboundMessage;
import dev.parley.ports.out.Acceptance;
import dev.parley.ports.out.Begun;
import dev.parley.ports.out.Intake;
import dev.parley.ports.out.Outbox.Leave;
import dev.parley.ports.out.Pace;
import dev.parley.ports.out.Pacing.Turn;
import dev.parley.ports.out.Release;
import dev.parley.ports.out.ReplyCommit;
import dev.parley.ports.out.ReplyDraft;
import dev.parley.ports.out.Resumed;
import dev.parley.ports.out.Schedule.Cancellation;
import dev.parley.ports.out.ScheduledText;
import dev.parley.ports.out.SendFate;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import dev.parley.testkit.fake.SequentialIds;
import dev.parley.testkit.sample.ArrivalSample;
import dev.parley.testkit.sample.DraftSample;
import dev.parley.testkit.sample.Samples;
import dev.parley.testkit.sample.Tenant;
import dev.parley.testkit.store.Stores;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A commit whose answer was lost has happened: the step that is begun anew finds its own work, and ends as if it had not. */
final class LostAnswersTest {

    private static final SendFate.Sent SENT = new SendFate.Sent(List.of("PM1"), Optional.empty(), Optional.empty());
    private static final SendFate.Later LATER = new SendFate.Later(Duration.ZERO, new Failure("throttled", "20429: Too many requests"));

    private LostAnswers answers;
    private Opened opened;
    private Samples samples;
    private Tenant tenant;

    @BeforeEach
    void open(@TempDir Path dataDir) throws SQLException {
        answers = LostAnswers.inPlace();
        opened = Opened.on(PersistenceConfig.embedded(dataDir));
        samples = new Samples(new SequentialIds(), opened.persistence().clock());
        tenant = samples.tenant();
        stores().insert(tenant);
    }

    @AfterEach
    void close() throws SQLException {
        opened.close();
        answers.close();
    }

    @Test
    void a_text_that_came_in_is_there_once_and_waits() {
        ArrivalSample text = text();
        answers.losing(() -> stores().inbox().accept(text.arrival()));
        assertInstanceOf(Acceptance.Duplicate.class, stores().inbox().accept(text.arrival()));
        assertEquals(1, stores().replies().window(lane(text), 10).orElseThrow().unanswered().size());
    }

    @Test
    void a_text_that_was_written_down_may_leave() {
        DraftSample text = samples.draft(tenant);
        Begun begun = answers.losing(() -> stores().outbox().begin(text.draft()));
        assertEquals(Leave.NOW, stores().outbox().mayLeave(assertInstanceOf(Begun.Sending.class, begun).send()));
    }

    @Test
    void a_reply_that_was_written_down_may_leave() {
        ArrivalSample text = text();
        stores().inbox().accept(text.arrival());
        Claim lane = lane(text);
        PhoneNumber contact = text.arrival().contact().phoneNumber().orElseThrow();
        var reply = new ReplyDraft(samples.draft(tenant).to(contact).draft(), List.of(text.arrival().id()), 1);
        ReplyCommit commit = answers.losing(() -> stores().replies().commit(lane, reply));
        assertEquals(Leave.NOW, stores().outbox().mayLeave(assertInstanceOf(ReplyCommit.Sending.class, commit).send()));
        assertEquals(Release.FENCED, answers.losing(() -> stores().replies().release(lane)), "it is given back already");
        assertTrue(stores().work().claim(lane.key()).isEmpty());
    }

    @Test
    void a_text_that_was_taken_up_again_is_not_in_doubt() {
        DraftSample text = samples.draft(tenant);
        Claim again = putOff(text);
        assertInstanceOf(Resumed.Ready.class, answers.losing(() -> stores().outbox().resume(again)));
        assertEquals(Leave.NOW, stores().outbox().mayLeave(again));
    }

    @Test
    void a_text_that_went_has_gone() {
        DraftSample text = samples.draft(tenant);
        Claim send = begin(text);
        answers.losing(() -> stores().outbox().finish(send, SENT));
        assertEquals(MessageStatus.SENT, stored(text).status());
        assertTrue(stores().work().claim(send.key()).isEmpty());
    }

    @Test
    void a_text_that_was_put_off_is_taken_up_again() {
        DraftSample text = samples.draft(tenant);
        Claim send = begin(text);
        answers.losing(() -> stores().outbox().finish(send, LATER));
        assertEquals(MessageStatus.QUEUED, stored(text).status());
        assertInstanceOf(Resumed.Ready.class, stores().outbox().resume(claim(send.key())));
    }

    @Test
    void a_text_whose_turn_it_was_goes() {
        DraftSample text = samples.draft(tenant);
        WorkKey lane = WorkKey.pace(tenant.id(), tenant.connection().id(), tenant.ours().e164());
        var pace = new Pace(lane, Pace.Urgency.REQUEST, Duration.ofSeconds(1));
        Claim send = begin(text);
        answers.losing(() -> stores().pacing().queue(send, pace));
        assertEquals(MessageStatus.QUEUED, stored(text).status());
        Claim turn = claim(lane);
        Turn next = answers.losing(() -> stores().pacing().next(turn));
        assertEquals(text.draft().id(), assertInstanceOf(Turn.Go.class, next).message().id());
    }

    @Test
    void a_text_that_was_taken_back_is_canceled() {
        DraftSample text = samples.draft(tenant);
        stores().schedule().add(new ScheduledText(text.draft(), samples.now().plus(Duration.ofHours(1)), Optional.empty()));
        MessageId id = text.draft().id();
        assertEquals(Cancellation.CANCELED, answers.losing(() -> stores().schedule().cancel(tenant.id(), id)));
        assertEquals(MessageStatus.CANCELED, stored(text).status());
    }

    private Stores stores() {
        return opened.stores();
    }

    private ArrivalSample text() {
        return samples.arrival(tenant).to(new Intake.AwaitReply(Duration.ZERO));
    }

    private Claim lane(ArrivalSample text) {
        var header = stores().messages().find(tenant.id(), text.arrival().id()).orElseThrow().header();
        return claim(WorkKey.reply(tenant.id(), header.conversation().orElseThrow()));
    }

    private Claim begin(DraftSample text) {
        return assertInstanceOf(Begun.Sending.class, stores().outbox().begin(text.draft())).send();
    }

    private Claim putOff(DraftSample text) {
        Claim send = begin(text);
        stores().outbox().finish(send, LATER);
        return claim(send.key());
    }

    private Claim claim(WorkKey key) {
        return stores().work().claim(key).orElseThrow();
    }

    private OutboundMessage stored(DraftSample text) {
        return assertInstanceOf(OutboundMessage.class, stores().messages().find(tenant.id(), text.draft().id()).orElseThrow());
    }
}
