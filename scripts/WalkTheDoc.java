import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Does to a project what a document says, as {@code docs/adding-a-provider.md} does:
 *
 * <pre>java scripts/WalkTheDoc.java DOCUMENT PROJECT [LAST STEP]</pre>
 *
 * A block that is fenced as {@code java file=PATH} is a whole file; one fenced as {@code diff file=PATH} changes one: in the only
 * place where its lines without those marked {@code +} stand, those without the ones marked {@code -} are put. Steps are headings
 * such as {@code ### 3. Check}.
 */
final class WalkTheDoc {

    private static final Pattern STEP = Pattern.compile("#+ (\\d+)\\. .*");
    private static final Pattern FENCE = Pattern.compile("```(\\w+) file=(\\S+)");

    private WalkTheDoc() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2 || arguments.length > 3) {
            System.err.println("Usage: java scripts/WalkTheDoc.java DOCUMENT PROJECT [LAST STEP]");
            System.exit(2);
        }
        int last = arguments.length > 2 ? Integer.parseInt(arguments[2]) : Integer.MAX_VALUE;
        for (Block block : blocks(Files.readAllLines(Path.of(arguments[0])))) {
            if (block.step <= last) {
                block.applyTo(Path.of(arguments[1]).resolve(block.file));
                System.out.println("step " + block.step + ": " + block.file);
            }
        }
    }

    private static List<Block> blocks(List<String> document) {
        var blocks = new ArrayList<Block>();
        int step = 0;
        for (int i = 0; i < document.size(); i++) {
            Matcher heading = STEP.matcher(document.get(i));
            step = heading.matches() ? Integer.parseInt(heading.group(1)) : step;
            Matcher fence = FENCE.matcher(document.get(i));
            if (fence.matches()) {
                List<String> rest = document.subList(i + 1, document.size());
                blocks.add(new Block(step, fence.group(1), fence.group(2), rest.subList(0, rest.indexOf("```"))));
            }
        }
        return blocks;
    }

    /** What a step says about a file. */
    private record Block(int step, String language, String file, List<String> lines) {

        void applyTo(Path path) throws IOException {
            Files.createDirectories(path.getParent());
            Files.writeString(path, language.equals("diff") ? changed(Files.readString(path)) : without(' ', 0));
        }

        private String changed(String text) {
            String old = without('+', 1);
            int at = text.indexOf(old);
            if (at < 0 || text.indexOf(old, at + 1) >= 0) {
                throw new IllegalStateException("step " + step + " does not fit " + file + ": there must be one place that reads\n" + old);
            }
            return text.substring(0, at) + without('-', 1) + text.substring(at + old.length());
        }

        /** The lines but for those with that mark, each without its {@code margin}. */
        private String without(char mark, int margin) {
            return lines.stream()
                    .filter(line -> margin == 0 || line.isEmpty() || line.charAt(0) != mark)
                    .map(line -> line.isEmpty() ? line : line.substring(margin))
                    .collect(Collectors.joining("\n", "", "\n"));
        }
    }
}
