package dev.parley.testkit.store;

import dev.parley.ports.Address;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.Cursor;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.message.Content;
import dev.parley.ports.message.Message;
import dev.parley.ports.message.MessageFilter;
import dev.parley.ports.organization.Organization;
import dev.parley.ports.out.Acceptance;
import dev.parley.ports.out.Arrival;
import dev.parley.ports.out.Inbox;
import dev.parley.ports.out.Intake;
import dev.parley.ports.out.MessageStore;
import dev.parley.ports.out.OrganizationStore;
import dev.parley.testkit.sample.ArrivalSample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Stores that take texts in, or tell of them, wrongly. */
final class BrokenTexts {

    private BrokenTexts() {}

    record ForgetsWhatCameBefore(Inbox intact) implements Inbox {
        @Override
        public Acceptance accept(Arrival arrival) {
            return intact.accept(new ArrivalSample(arrival).named(arrival.providerMessageId() + arrival.id()).arrival());
        }
    }

    record TakesNamesForUniqueEverywhere(Inbox intact, Set<String> seen) implements Inbox {

        TakesNamesForUniqueEverywhere(Inbox intact) {
            this(intact, new HashSet<>());
        }

        @Override
        public Acceptance accept(Arrival arrival) {
            return seen.add(arrival.providerMessageId()) ? intact.accept(arrival) : new Acceptance.Duplicate();
        }
    }

    record KnowsNamesByConnection(Inbox intact) implements Inbox {
        @Override
        public Acceptance accept(Arrival arrival) {
            String name = arrival.providerMessageId() + " of " + arrival.number().connection();
            return intact.accept(new ArrivalSample(arrival).named(name).arrival());
        }
    }

    record KeepsAConversationForEachConnection(Inbox intact, List<ConnectionId> seen) implements Inbox {

        KeepsAConversationForEachConnection(Inbox intact) {
            this(intact, new ArrayList<>());
        }

        @Override
        public Acceptance accept(Arrival arrival) {
            seen.add(arrival.number().connection());
            boolean isFirst = seen.getFirst().equals(arrival.number().connection());
            var other = new Address(arrival.contact().value() + " by another way");
            return intact.accept(isFirst ? arrival : new ArrivalSample(arrival).from(other).arrival());
        }
    }

    record IgnoresCase(Inbox intact) implements Inbox {
        @Override
        public Acceptance accept(Arrival arrival) {
            return intact.accept(new ArrivalSample(arrival).named(arrival.providerMessageId().toLowerCase(Locale.ROOT)).arrival());
        }
    }

    record LosesTrailingSpaces(Inbox intact) implements Inbox {
        @Override
        public Acceptance accept(Arrival arrival) {
            Content c = arrival.content();
            return intact
                    .accept(new ArrivalSample(arrival).saying(new Content(c.body().stripTrailing(), c.encoding(), c.segments(), c.media()))
                            .arrival());
        }
    }

    record DoesNotWaitForTheBurst(Inbox intact) implements Inbox {
        @Override
        public Acceptance accept(Arrival arrival) {
            return intact.accept(arrival.intake() instanceof Intake.AwaitReply
                    ? new ArrivalSample(arrival).to(new Intake.AwaitReply(Duration.ZERO)).arrival() : arrival);
        }
    }

    record StoresStopsWithoutEffect(Inbox intact) implements Inbox {
        @Override
        public Acceptance accept(Arrival arrival) {
            return intact.accept(
                    arrival.intake() instanceof Intake.OptOut(_, Intake then) ? new ArrivalSample(arrival).to(then).arrival() : arrival);
        }
    }

    record ShowsMessagesToEverybody(MessageStore intact, OrganizationStore organizations) implements Intact.Messages {
        @Override
        public Optional<Message> find(OrganizationId organization, MessageId id) {
            return organizations.list(PageRequest.FIRST)
                    .items()
                    .stream()
                    .map(Organization::id)
                    .flatMap(o -> intact.find(o, id).stream())
                    .findFirst();
        }
    }

    record ListsTheOldestFirst(MessageStore intact) implements Intact.Messages {
        @Override
        public Page<Message> list(OrganizationId organization, MessageFilter filter, PageRequest page) {
            Page<Message> newest = intact.list(organization, filter, page);
            return new Page<>(newest.items().reversed(), newest.next());
        }
    }

    record ComparesTimesAlone(MessageStore intact) implements Intact.Messages {
        @Override
        public Page<Message> list(OrganizationId organization, MessageFilter filter, PageRequest page) {
            Optional<Cursor> before = page.after().map(c -> new Cursor(c.at(), new UUID(0, 0)));
            return intact.list(organization, filter, new PageRequest(page.limit(), before));
        }
    }

    record IgnoresTheDirection(MessageStore intact) implements Intact.Messages {
        @Override
        public Page<Message> list(OrganizationId organization, MessageFilter f, PageRequest page) {
            var any = new MessageFilter(f.conversation(), f.agent(), f.contact(), Optional.empty(), f.status(), f.since(), f.until());
            return intact.list(organization, any, page);
        }
    }
}
