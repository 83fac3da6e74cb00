package dev.parley.core.text;

import java.util.regex.Pattern;

/** Makes a model's answer fit to be a text: nothing invisible, no broken characters, no space around it. */
public final class Cleaning {

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\n\\r\\t]]");
    private static final Pattern LONE_SURROGATES = Pattern.compile(
            "[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]");

    private Cleaning() {}

    /** The answer without what no phone can show. */
    public static String clean(String answer) {
        String visible = CONTROLS.matcher(answer).replaceAll("");
        return LONE_SURROGATES.matcher(visible).replaceAll("").strip();
    }
}
