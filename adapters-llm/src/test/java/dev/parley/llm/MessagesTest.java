package dev.parley.llm;

import static dev.parley.llm.Wire.assistant;
import static dev.parley.llm.Wire.user;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.parley.ports.conversation.Turn;
import dev.parley.ports.model.ModelRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

    @Test
    void turns_stay_as_they_are_where_the_vendor_takes_any() {
        assertEquals(
                List.of("assistant: a", "assistant: b", "user: c", "user: d"),
                arranged(
                        false,
                        assistant("a"),
                        assistant("b"),
                        user("c"),
                        user(
                                "d")));
    }

    @Test
    void turns_of_one_role_become_one_where_the_vendor_wants_them_to_alternate() {
        assertEquals(
                List.of("user: a\nb", "assistant: c\nd", "user: e"),
                arranged(
                        true,
                        user("a"),
                        user("b"),
                        assistant("c"),
                        assistant("d"),
                        user(
                                "e")));
    }

    @Test
    void a_conversation_that_we_began_gets_a_word_of_the_user_in_front_where_the_vendor_wants_one() {
        assertEquals(List.of("user: [The first text is ours.]", "assistant: a", "user: b"), arranged(true, assistant("a"), user("b")));
    }

    @ParameterizedTest @ValueSource(booleans = {true, false})
    void a_first_text_is_asked_for(boolean alternate) {
        assertEquals(List.of("user: [Nothing was said yet. Write the first text.]"), arranged(alternate));
    }

    @ParameterizedTest @ValueSource(booleans = {true, false})
    void a_next_text_is_asked_for_when_the_last_one_is_ours(boolean alternate) {
        assertEquals(
                List.of("user: a", "assistant: b", "user: [There is no answer yet. Write the next text.]"),
                arranged(
                        alternate,
                        user("a"),
                        assistant("b")));
    }

    @ParameterizedTest @ValueSource(booleans = {true, false})
    void a_turn_without_words_is_left_out(boolean alternate) {
        assertEquals(List.of("user: a"), arranged(alternate, user(" "), assistant(""), user("a")));
    }

    @Test
    void the_prompt_comes_first() {
        assertEquals(SystemMessage.from("You are Rosie."), Messages.of(Wire.request(user("a")), true).getFirst());
    }

    @Test
    void a_prompt_without_words_is_left_out() {
        assertEquals(List.of(UserMessage.from("a")), Messages.of(new ModelRequest(" ", List.of(user("a"))), true));
    }

    private static List<String> arranged(boolean alternate, Turn...turns) {
        return Messages.of(Wire.request(turns), alternate).stream().skip(1).map(MessagesTest::shown).toList();
    }

    private static String shown(ChatMessage message) {
        return message instanceof AiMessage ours ? "assistant: " + ours.text() : "user: " + ((UserMessage) message).singleText();
    }
}
