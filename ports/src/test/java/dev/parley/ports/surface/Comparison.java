package dev.parley.ports.surface;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of a surface.
 *
 * @param breaking what whoever was compiled against the old one cannot take, each with why
 * @param additions lines that are new and harm nobody
 */
record Comparison(List<String> breaking, List<String> additions) {

    static Comparison of(Surface before, Surface after, Promises promises) {
        var difference = new Difference(before.lines(), after.lines(), promises);
        return new Comparison(Stream.concat(difference.lost(), difference.harmful()).toList(), difference.harmless().toList());
    }

    /** Two surfaces, and what outsiders do with the types in them. */
    private record Difference(SortedSet<String> before, SortedSet<String> after, Promises promises) {

        private static final String COMPONENT = " : component ";

        Stream<String> lost() {
            Map<String, String> now = after.stream().collect(Collectors.toMap(Difference::key, Function.identity()));
            return before.stream()
                    .filter(line -> !after.contains(line))
                    .map(line -> now.containsKey(key(line)) ? "changed: " + line + ", now: " + now.get(key(line)) : "removed: " + line);
        }

        Stream<String> harmful() {
            return added().flatMap(line -> harm(line).map(why -> why + ": " + line).stream());
        }

        Stream<String> harmless() {
            return added().filter(line -> harm(line).isEmpty());
        }

        private Stream<String> added() {
            Set<String> known = before.stream().map(Difference::key).collect(Collectors.toSet());
            return after.stream().filter(line -> !known.contains(key(line)));
        }

        private Optional<String> harm(String line) {
            String type = Surface.type(line);
            if (before.stream().noneMatch(old -> old.startsWith(type + " : "))) {
                return Optional.empty();
            }
            if (promises.implemented().contains(type) && line.contains(" : abstract ")) {
                return Optional.of("outsiders would have to implement");
            }
            if (promises.switchedOver().contains(type) && (line.endsWith(" : constant") || line.contains(" permits "))) {
                return Optional.of("outsiders do not expect in their switches");
            }
            boolean isNewInConstructor = line.contains(COMPONENT) && !after.contains(oldConstructor(type));
            return promises.isPromised(type) && isNewInConstructor ? Optional.of("outsiders do not give to the constructor")
                    : Optional.empty();
        }

        /** A record that keeps the constructor it had can grow. */
        private String oldConstructor(String type) {
            return before.stream()
                    .filter(line -> line.startsWith(type + "#") && line.contains(COMPONENT))
                    .map(line -> line.split(COMPONENT, 2)[1].split(" ", 2))
                    .sorted(Comparator.comparing(numbered -> Integer.valueOf(numbered[0])))
                    .map(numbered -> numbered[1])
                    .collect(Collectors.joining(", ", type + "#new(", ") : constructor"));
        }

        /** What a line is about, without what it says of it. */
        private static String key(String line) {
            return line.split(" : ", 2)[0];
        }
    }
}
