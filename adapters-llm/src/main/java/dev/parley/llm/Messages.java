package dev.parley.llm;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.parley.ports.conversation.Role;
import dev.parley.ports.conversation.Turn;
import dev.parley.ports.model.ModelRequest;
import java.util.ArrayList;
import java.util.List;

/** A request in the library's words, arranged so that every vendor takes it. */
final class Messages {

    /**
     * What stands in for the contact where a vendor wants a word of the user's and there is none. Models of
     * <a href="https://platform.claude.com/docs/en/api/messages">Anthropic</a> and
     * <a href="https://ai.google.dev/gemini-api/docs/text-generation">Google</a> refuse a conversation that ends with the
     * assistant; others would go on with its last sentence.
     */
    static final String WRITE_FIRST = "[Nothing was said yet. Write the first text.]";
    static final String WRITE_NEXT = "[There is no answer yet. Write the next text.]";
    static final String WE_BEGAN = "[The first text is ours.]";

    private Messages() {}

    static List<ChatMessage> of(ModelRequest request, boolean alternate) {
        List<Turn> turns = request.turns().stream().filter(turn -> !turn.content().isBlank()).toList();
        List<ChatMessage> messages = new ArrayList<>();
        if (!request.system().isBlank()) {
            messages.add(SystemMessage.from(request.system()));
        }
        endWithUser(alternate ? alternating(turns) : turns).forEach(turn -> messages.add(message(turn)));
        return messages;
    }

    private static List<Turn> endWithUser(List<Turn> turns) {
        if (turns.isEmpty()) {
            return List.of(user(WRITE_FIRST));
        }
        return turns.getLast().role() == Role.USER ? turns : with(turns, user(WRITE_NEXT));
    }

    private static List<Turn> alternating(List<Turn> turns) {
        List<Turn> merged = new ArrayList<>();
        if (!turns.isEmpty() && turns.getFirst().role() == Role.ASSISTANT) {
            merged.add(user(WE_BEGAN));
        }
        for (Turn turn : turns) {
            boolean goesOn = !merged.isEmpty() && merged.getLast().role() == turn.role();
            merged.add(goesOn ? new Turn(turn.role(), merged.removeLast().content() + "\n" + turn.content()) : turn);
        }
        return merged;
    }

    private static ChatMessage message(Turn turn) {
        return switch (turn.role()) {
            case USER -> UserMessage.from(turn.content());
            case ASSISTANT -> AiMessage.from(turn.content());
        };
    }

    private static List<Turn> with(List<Turn> turns, Turn last) {
        List<Turn> longer = new ArrayList<>(turns);
        longer.add(last);
        return longer;
    }

    private static Turn user(String words) {
        return new Turn(Role.USER, words);
    }
}
