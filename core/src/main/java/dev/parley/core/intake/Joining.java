package dev.parley.core.intake;

import dev.parley.ports.spi.WebhookEvent.InboundText;
import dev.parley.ports.spi.WebhookEvent.Part;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes a text of its parts. Pure. */
final class Joining {

    private Joining() {}

    /**
     * The text that parts make, under the name of the first of them. Of two parts with one index the first to come counts; when
     * the other says something else, it is of another text that meets this one's reference, and follows as a text of its own.
     *
     * @param parts at least one, by index, and of the same index by the time at which they came
     */
    static List<InboundText> join(List<InboundText> parts) {
        Map<Integer, InboundText> chosen = new LinkedHashMap<>();
        parts.forEach(part -> chosen.putIfAbsent(index(part), part));
        Stream<InboundText> strangers = parts.stream().filter(part -> !saysTheSame(part, chosen.getOrDefault(index(part), part)));
        return Stream.concat(Stream.of(whole(chosen.values())), strangers.map(Joining::alone)).toList();
    }

    /** A part that is taken as a text of its own. */
    static InboundText alone(InboundText part) {
        return whole(List.of(part));
    }

    private static InboundText whole(Collection<InboundText> parts) {
        InboundText first = parts.iterator().next();
        return new InboundText(
                first.providerMessageId(),
                first.from(),
                first.to(),
                parts.stream().map(InboundText::body).collect(Collectors.joining()),
                parts.stream().flatMap(part -> part.media().stream()).toList(),
                parts.stream().flatMap(part -> part.handledKeyword().stream()).findFirst(),
                Optional.empty());
    }

    private static boolean saysTheSame(InboundText one, InboundText other) {
        return one.body().equals(other.body()) && one.media().equals(other.media());
    }

    private static int index(InboundText part) {
        return part.part().map(Part::index).orElse(1);
    }
}
