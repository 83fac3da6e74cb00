package dev.parley.core.simulation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.parley.core.simulation.Ledger.Post;
import dev.parley.ports.message.HandledAs;
import java.util.LinkedHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What we promise about texts that come in, and about telling businesses of them.
 *
 * @param books what it is judged by
 */
record IncomingPromises(Books books) {

    /** What must hold at any time. */
    Stream<Violation> always() {
        return Stream.of(
                nothingIsStoredThatWasNotSent(),
                noTextIsStoredTwice(),
                anEventKeepsItsName()).flatMap(Function.identity());
    }

    /** What must hold once everything has come to rest. */
    Stream<Violation> atRest() {
        return Stream.of(
                everybodyHasSpoken(),
                everyTextIsAcknowledged(),
                whatWasAcknowledgedIsStored(),
                everyTextIsExplained(),
                everyBusinessWasTold()).flatMap(Function.identity());
    }

    private Stream<Violation> nothingIsStoredThatWasNotSent() {
        return books.stored()
                .stream()
                .filter(s -> books.ledger().offers.stream().noneMatch(s::is))
                .map(s -> new Violation(
                        "Nothing is stored that was not sent: " + s.text().providerMessageId() + " is.",
                        s.text().providerMessageId()));
    }

    private Stream<Violation> noTextIsStoredTwice() {
        return books.ledger().offers.stream()
                .filter(o -> copies(o) > 1)
                .map(o -> new Violation("A text is stored once: " + o.id() + " is " + copies(o) + " times.", o.id(), o.contact().e164()));
    }

    private Stream<Violation> everybodyHasSpoken() {
        return books.ledger().isTalking() ? Stream.of(new Violation("Everybody comes to an end: somebody still talks.")) : Stream.empty();
    }

    private Stream<Violation> everyTextIsAcknowledged() {
        return books.ledger().offers.stream()
                .filter(o -> !o.isAcknowledged())
                .map(o -> new Violation("Every text is acknowledged in the end: " + o.id() + " is not.", o.id()));
    }

    private Stream<Violation> whatWasAcknowledgedIsStored() {
        return books.ledger().offers.stream()
                .filter(o -> o.isAcknowledged() && !o.isSignal() && copies(o) == 0)
                .map(o -> new Violation("What was acknowledged is stored: " + o.id() + " is not.", o.id()));
    }

    private Stream<Violation> everyTextIsExplained() {
        return books.stored()
                .stream()
                .filter(s -> s.text().handledAs().isEmpty())
                .map(s -> new Violation(
                        "Every text is explained in the end: " + s.text().providerMessageId() + " is not.",
                        s.text().providerMessageId(),
                        s.text().header().conversation().map(c -> Brief.id(c.value())).orElse("")));
    }

    private Stream<Violation> anEventKeepsItsName() {
        return books.ledger().posts.stream()
                .collect(groupingBy(Post::about, LinkedHashMap::new, toList()))
                .values()
                .stream()
                .filter(posts -> posts.stream().map(p -> p.id() + p.payload()).distinct().count() > 1)
                .map(posts -> new Violation(
                        "An event keeps its name: that of " + Brief.of(posts.getFirst().about()) + " changed.",
                        Brief.of(posts.getFirst().about())));
    }

    private Stream<Violation> everyBusinessWasTold() {
        return books.stored()
                .stream()
                .filter(s -> s.text().handledAs().filter(HandledAs.NOTIFIED::equals).isPresent())
                .filter(s -> books.ledger().posts.stream()
                        .noneMatch(p -> p.isTaken() && p.about().equals(s.text().id()) && books.ledger().settled.contains(p.id())))
                .map(s -> new Violation(
                        "A business hears of every text: of " + s.text().providerMessageId() + " it did not.",
                        s.text().providerMessageId(),
                        Brief.of(s.text().id())));
    }

    private long copies(Offer offer) {
        return books.stored().stream().filter(s -> s.is(offer)).count();
    }
}
