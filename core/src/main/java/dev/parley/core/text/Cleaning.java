package dev.parley.core.text;

import java.util.regex.Pattern;

/** Makes a model's answer fit to be a text: nothing invisible, no broken characters, no space around it. */
public final class Cleaning {

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\n\\r\\t]]");
    private static final Pattern LONE_SURROGATES = Pattern.compile(
            "[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]");

    /** Takes no room, or turns the direction of what follows. Not the joiner and the selector that emoji are made with. */
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\u00AD\\u061C\\u180E\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF\\uFFF9-\\uFFFB\\p{IsNoncharacter_Code_Point}\\x{E0000}-\\x{E007F}]");

    private static final Pattern VISIBLE = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}]");

    private Cleaning() {}

    /** The answer without what no phone can show; empty when nothing is left to be seen. */
    public static String clean(String answer) {
        String sound = LONE_SURROGATES.matcher(CONTROLS.matcher(answer).replaceAll("")).replaceAll("");
        String visible = INVISIBLE.matcher(sound).replaceAll("").strip();
        return VISIBLE.matcher(visible).find() ? visible : "";
    }
}
