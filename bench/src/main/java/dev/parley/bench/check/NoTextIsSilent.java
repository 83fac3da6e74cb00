package dev.parley.bench.check;

import dev.parley.bench.standin.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every text ends in exactly one of: one reply, told to the business, refused for a reason that is written down. */
final class NoTextIsSilent implements Invariant {

    @Override
    public String sentence() {
        return "Every text ends in exactly one of: one reply, told to the business, refused for a reason that is written down.";
    }

    private static final Set<String> MADE = Set.of("sent", "delivered", "undelivered", "failed", "unknown", "suppressed");

    @Override
    public Stream<String> violations(Evidence evidence) {
        Map<String, Row> ours = evidence.outboundById();
        Map<String, List<Row>> groups = evidence.tables()
                .inbound()
                .filter(row -> row.has("reply_id"))
                .collect(Collectors.groupingBy(row -> row.get("reply_id")));
        return Stream.of(
                evidence.tables().inbound().flatMap(row -> silent(row, ours)),
                groups.entrySet().stream().flatMap(group -> beside(group.getValue(), ours.get(group.getKey()))),
                ours.values().stream().filter(row -> row.isTrue("is_reply")).flatMap(row -> toNobody(row, groups.keySet())))
                .flatMap(lines -> lines);
    }

    private static Stream<String> silent(Row text, Map<String, Row> ours) {
        String id = "text " + text.get("inbound_id");
        String fate = text.get("handled_as");
        if (fate.isEmpty()) {
            return Stream.of(id + " waits for ever");
        }
        Optional<Row> reply = Optional.ofNullable(ours.get(text.get("reply_id")));
        if (fate.equals("replied") && reply.isEmpty()) {
            return Stream.of(id + " is said to be answered, and there is no reply");
        }
        return reply.map(row -> row.get("status"))
                .filter(status -> !MADE.contains(status))
                .stream()
                .map(
                        status -> "the reply to " + id + " is still " + status);
    }

    /** A model names the newest text that it was shown: it has to be one of those that the reply is said to answer. */
    private static Stream<String> beside(List<Row> group, @Nullable Row reply) {
        int named = reply == null || !reply.isTrue("by_model") ? 0 : Text.tag(reply.get("body"));
        boolean fits = named == 0 || group.stream().anyMatch(text -> Text.tag(text.get("body")) == named);
        return fits ? Stream.empty() : Stream.of("text " + group.getLast().get("inbound_id") + " was answered by a reply to #t" + named);
    }

    private static Stream<String> toNobody(Row reply, Set<String> answering) {
        return answering.contains(reply.get("id")) ? Stream.empty() : Stream.of("reply " + reply.get("id") + " answers nothing");
    }
}
