package dev.parley.core.simulation;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.parley.core.simulation.Ledger.Taken;
import dev.parley.ports.Keyword;
import dev.parley.ports.MessageId;
import dev.parley.ports.message.InboundMessage;
import dev.parley.ports.message.MessageStatus;
import dev.parley.testkit.sample.Tenant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What we promise about texts of ours, and about what models are told.
 *
 * @param books what it is judged by
 */
record OutgoingPromises(Books books) {

    private static final Set<MessageStatus> UNDER_WAY = Set.of(MessageStatus.SCHEDULED, MessageStatus.QUEUED, MessageStatus.SENDING);

    /** What must hold at any time. */
    Stream<Violation> always() {
        return Stream.of(
                noTextIsAnsweredTwice(),
                noTextIsTakenTwice(),
                repliesFollowTheOrderOfTheTexts(),
                nothingIsSentAfterAStop(),
                nobodyHearsTheWordOfAnother()).flatMap(Function.identity());
    }

    /** What must hold once everything has come to rest. */
    Stream<Violation> atRest() {
        return Stream.of(
                everyOrderIsAnswered(),
                noSendIsLeftUnderWay(),
                whatWasOrderedIsKnown(),
                whatAProviderReportedIsShown()).flatMap(Function.identity());
    }

    private Stream<Violation> noTextIsAnsweredTwice() {
        Map<MessageId, List<MessageId>> byText = new LinkedHashMap<>();
        books.ledger().replies
                .forEach((id, reply) -> reply.answered().forEach(text -> byText.computeIfAbsent(text, _ -> new ArrayList<>()).add(id)));
        return byText.entrySet()
                .stream()
                .filter(e -> e.getValue().size() > 1)
                .map(e -> new Violation(
                        "A text is answered once: " + Brief.of(e.getKey()) + " is by " + Brief.of(e.getValue()) + ".",
                        Brief.of(e.getKey()),
                        Brief.of(e.getValue().getFirst()),
                        Brief.of(e.getValue().getLast())));
    }

    private Stream<Violation> noTextIsTakenTwice() {
        return books.ledger().taken.stream()
                .collect(groupingBy(Taken::message, LinkedHashMap::new, counting()))
                .entrySet()
                .stream()
                .filter(e -> e.getValue() > 1)
                .map(e -> new Violation(
                        "A provider takes a text once: it took " + Brief.of(e.getKey()) + " " + e.getValue() + " times.",
                        Brief.of(e.getKey())));
    }

    private Stream<Violation> repliesFollowTheOrderOfTheTexts() {
        return books.tenants().stream().flatMap(this::repliesOutOfOrder);
    }

    private Stream<Violation> repliesOutOfOrder(Tenant tenant) {
        List<InboundMessage> answered = books.stored()
                .stream()
                .filter(s -> s.tenant().equals(tenant))
                .map(Books.Stored::text)
                .filter(m -> placeOfReply(m).isPresent())
                .toList();
        return answered.stream()
                .flatMap(first -> answered.stream()
                        .filter(second -> isAfter(second, first) && placeOfReply(second).get() < placeOfReply(first).get())
                        .map(second -> new Violation(
                                "Replies follow the order of the texts: that to " + second.providerMessageId() + " went before that to "
                                        + first.providerMessageId() + ".",
                                second.providerMessageId(),
                                first.providerMessageId(),
                                Brief.of(first.reply().get()),
                                Brief.of(second.reply().get()))));
    }

    private boolean isAfter(InboundMessage second, InboundMessage first) {
        return second.header().conversation().equals(first.header().conversation())
                && place(second) > place(first);
    }

    private long place(InboundMessage text) {
        return books.ledger().stored.getOrDefault(text.id(), 0L);
    }

    private Optional<Long> placeOfReply(InboundMessage text) {
        return text.reply()
                .filter(id -> !books.ledger().inDoubt.contains(id))
                .flatMap(id -> books.ledger().taken.stream().filter(t -> t.message().equals(id)).map(Taken::at).findFirst());
    }

    private Stream<Violation> nothingIsSentAfterAStop() {
        return books.ledger().taken.stream()
                .filter(t -> isStopped(t, books.ledger().decided.getOrDefault(t.message(), t.at())))
                .map(t -> new Violation(
                        "Nothing is sent after a STOP was acknowledged: " + Brief.of(t.message()) + " was.",
                        Brief.of(t.message()),
                        t.to().e164()));
    }

    /** Whether the last word of the law that was acknowledged before that place was a STOP. */
    private boolean isStopped(Taken taken, long decided) {
        List<Offer> words =
                books.ledger().offers.stream().filter(o -> o.contact().equals(taken.to()) && o.tenant().equals(taken.tenant())).toList();
        return words.stream()
                .filter(o -> o.is(Keyword.STOP) && o.acknowledged() < decided)
                .anyMatch(stop -> words.stream()
                        .noneMatch(o -> o.is(Keyword.START) && o.offered() >= stop.acknowledged() && o.offered() < decided));
    }

    private Stream<Violation> everyOrderIsAnswered() {
        return books.ledger().orders.keySet()
                .stream()
                .filter(id -> !books.ledger().answered.contains(id))
                .map(id -> new Violation("Every caller hears what became of a text: of " + Brief.of(id) + " nobody did.", Brief.of(id)));
    }

    private Stream<Violation> noSendIsLeftUnderWay() {
        return books.sent()
                .stream()
                .filter(m -> UNDER_WAY.contains(m.status()))
                .map(m -> new Violation("No send is left under way: " + Brief.of(m.id()) + " is " + m.status() + ".", Brief.of(m.id())));
    }

    private Stream<Violation> whatWasOrderedIsKnown() {
        return books.sent()
                .stream()
                .filter(m -> books.ledger().orders.getOrDefault(m.id(), Optional.empty())
                        .filter(own -> !own.equals(m.content().body()))
                        .isPresent())
                .map(m -> new Violation("What was ordered is sent as it is: " + Brief.of(m.id()) + " is not.", Brief.of(m.id())));
    }

    private Stream<Violation> whatAProviderReportedIsShown() {
        return books.sent()
                .stream()
                .flatMap(text -> books.ledger().reported.stream()
                        .filter(r -> r.isAbout(text) && r.status() != text.status())
                        .map(r -> new Violation(
                                "What a provider reported is shown: " + Brief.of(text.id()) + " is " + text.status() + ", and was reported "
                                        + r.status() + ".",
                                Brief.of(text.id()),
                                r.name())));
    }

    private Stream<Violation> nobodyHearsTheWordOfAnother() {
        Stream<String> questions = books.ledger().questions.stream().map(Ledger.Question::words).filter(words -> wordsIn(words) > 1);
        Stream<String> texts = books.ledger().taken.stream().filter(t -> foreign(t.tenant(), t.body())).map(Taken::body);
        return Stream.concat(questions, texts).map(words -> new Violation("Nobody hears the word of another: \"" + words + "\"."));
    }

    private long wordsIn(String text) {
        return books.tenants().stream().map(Population::canary).filter(text::contains).count();
    }

    private boolean foreign(Tenant tenant, String text) {
        return wordsIn(text) > (text.contains(Population.canary(tenant)) ? 1 : 0);
    }
}
