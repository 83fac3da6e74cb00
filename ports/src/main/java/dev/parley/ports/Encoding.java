package dev.parley.ports;

/** In which alphabet a text travels. */
public enum Encoding {
    /** The default alphabet of 3GPP TS 23.038, 7 bits a character. */
    GSM_7("GSM-7"),
    /** UTF-16, when a single character is not in that alphabet. */
    UCS_2("UCS-2");

    private final String word;

    Encoding(String word) {
        this.word = word;
    }

    /** The encoding as the API writes it. */
    public String word() {
        return word;
    }
}
