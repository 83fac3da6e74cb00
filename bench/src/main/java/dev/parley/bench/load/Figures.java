package dev.parley.bench.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a run has found out, told as it is found and written down at its end. Of one thread. */
final class Figures {

    private final PrintStream out;
    private final List<Figure> all = new ArrayList<>();

    Figures(PrintStream out) {
        this.out = out;
    }

    /** Notes a figure, and how many hundredths of another one it is when that was measured before. */
    void add(Figure figure, String comparedWith) {
        Optional<Double> share = all.stream()
                .filter(other -> other.name().equals(comparedWith))
                .findFirst()
                .map(other -> 100 * figure.value() / other.value());
        all.add(figure);
        out.printf(
                Locale.ROOT,
                "%-44s %12.1f %-5s %-12s %s%n",
                figure.name(),
                figure.value(),
                figure.unit(),
                figure.goal(),
                share.map(s -> String.format(Locale.ROOT, "%.1f %% of %s", s, comparedWith)).orElse(""));
    }

    void add(Figure figure) {
        add(figure, "");
    }

    /** Says something that is no figure. */
    void say(String words) {
        out.println(words);
    }

    Optional<Double> value(String name) {
        return all.stream().filter(figure -> figure.name().equals(name)).findFirst().map(Figure::value);
    }

    void write(Path file) throws IOException {
        var json = new ObjectMapper();
        ObjectNode root = json.createObjectNode().put("cores", Runtime.getRuntime().availableProcessors());
        var list = root.putArray("figures");
        all.forEach(f -> list.addObject().put("name", f.name()).put("value", f.value()).put("unit", f.unit()).put("goal", f.goal()));
        Files.createDirectories(file.toAbsolutePath().getParent());
        json.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
    }

    /**
     * One thing that was measured.
     *
     * @param name what
     * @param value how much
     * @param unit of what
     * @param goal what is wanted, for people; empty when nothing is
     */
    record Figure(String name, double value, String unit, String goal) {}
}
