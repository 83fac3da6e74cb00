package dev.parley.llm.scripted;

import java.util.Optional;

/** A text that answers nothing: the first one of a conversation, or one more after our own. */
final class Opening {

    private static final int LONGEST_QUOTE = 60;

    private Opening() {}

    static String of(Chat chat, Prompt prompt) {
        Optional<String> name = prompt.errand().flatMap(Errand::contact).or(chat::name);
        String greeting = (chat.isEmpty() ? "Hi" : "Hi again") + name.map(n -> " " + n).orElse("")
                + prompt.persona().introduction().map(who -> ", " + who + ".").orElse("!");
        return greeting + " " + prompt.errand().map(Errand::words).orElse(chat.isEmpty() ? "How can I help you?" : reminder(chat));
    }

    private static String reminder(Chat chat) {
        return "Did you see our text " + Phrases.quoted(chat.news().orElse(chat.ours().getLast()), LONGEST_QUOTE)
                + "? We are glad to help.";
    }
}
