package dev.parley.core.text;

import dev.parley.ports.Encoding;
import dev.parley.ports.message.Content;
import dev.parley.ports.spi.Media;
import java.util.List;

/**
 * Counts segments as carriers bill them: 140 octets each, less the six octets that number the parts of a longer text.
 * A pair that belongs together (an escape and its character, two surrogates) is never cut in two, so a part may end early.
 */
public final class Segments {

    private static final int GSM_SINGLE = 160;
    private static final int GSM_PART = 153;
    private static final int UCS_SINGLE = 70;
    private static final int UCS_PART = 67;

    private Segments() {}

    /** A text with its encoding and segments. */
    public static Content content(String body) {
        return content(body, List.of());
    }

    /** A text and media with encoding and segments. */
    public static Content content(String body, List<Media> media) {
        boolean gsm = GsmAlphabet.holds(body);
        return new Content(body, gsm ? Encoding.GSM_7 : Encoding.UCS_2, gsm ? gsmSegments(body) : ucsSegments(body), media);
    }

    static int count(String body) {
        return GsmAlphabet.holds(body) ? gsmSegments(body) : ucsSegments(body);
    }

    private static int gsmSegments(String body) {
        var parts = new Parts(GSM_SINGLE, GSM_PART);
        body.chars().forEach(c -> parts.add(GsmAlphabet.septets((char) c)));
        return parts.count();
    }

    private static int ucsSegments(String body) {
        var parts = new Parts(UCS_SINGLE, UCS_PART);
        body.codePoints().forEach(c -> parts.add(Character.charCount(c)));
        return parts.count();
    }

    /** Fills parts with characters of different size. */
    private static final class Parts {

        private final int single;
        private final int part;
        private int total;
        private int full;
        private int inLast;

        Parts(int single, int part) {
            this.single = single;
            this.part = part;
        }

        void add(int size) {
            total += size;
            if (inLast + size > part) {
                full++;
                inLast = 0;
            }
            inLast += size;
        }

        int count() {
            if (total <= single) {
                return total == 0 ? 0 : 1;
            }
            return full + 1;
        }
    }
}
