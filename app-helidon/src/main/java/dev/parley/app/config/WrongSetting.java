package dev.parley.app.config;

/** The operator set something that cannot be taken. */
public final class WrongSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String line;

    /** Takes a sentence that says what is set, to what, and what is accepted. It is kept on one line, whatever it quotes. */
    public WrongSetting(String sentence) {
        super(sentence);
        line = sentence.replaceAll("\\p{Cntrl}+", " ");
    }

    /** What to tell the operator. */
    public String line() {
        return line;
    }
}
