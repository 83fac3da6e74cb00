package dev.parley.core.text;

/**
 * The default alphabet of mobile networks and its extension table.
 *
 * @see <a href="https://www.3gpp.org/dynareport/23038.htm">3GPP TS 23.038, section 6.2.1</a>
 */
final class GsmAlphabet {

    private static final String ONE_SEPTET = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String TWO_SEPTETS = "\f^{}\\[~]|€";

    /** What a character costs that is not in the alphabet at all. */
    static final int FOREIGN = -1;

    private GsmAlphabet() {}

    /** How many septets a character costs, or {@link #FOREIGN}. */
    static int septets(char c) {
        if (ONE_SEPTET.indexOf(c) >= 0) {
            return 1;
        }
        return TWO_SEPTETS.indexOf(c) >= 0 ? 2 : FOREIGN;
    }

    static boolean holds(String text) {
        return text.chars().allMatch(c -> septets((char) c) != FOREIGN);
    }
}
