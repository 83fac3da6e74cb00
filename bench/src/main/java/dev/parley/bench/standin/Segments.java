package dev.parley.bench.standin;

/** How many texts a network makes of one, as it bills them. Of the alphabet of the networks only ASCII is counted as such. */
final class Segments {

    private Segments() {}

    static int of(String body) {
        boolean isPlain = body.chars().allMatch(c -> (c >= ' ' && c < 127 && c != '`') || c == '\n');
        int units = isPlain ? body.chars().map(c -> "^{}\\[~]|".indexOf(c) < 0 ? 1 : 2).sum() : body.length();
        return isPlain ? parts(units, 160, 153) : parts(units, 70, 67);
    }

    private static int parts(int units, int alone, int each) {
        return units <= alone ? 1 : (units + each - 1) / each;
    }
}
