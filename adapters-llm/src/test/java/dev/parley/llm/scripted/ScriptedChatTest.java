package dev.parley.llm.scripted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conversations as people have them when they try Parley out. */
class ScriptedChatTest {

    private static final String BAKERY = """
            You are Rosie, the friendly assistant of Rosie's Bakery. We open at 7 and close at 18, Monday to Saturday.
            We are closed on Sundays. Sourdough costs $6, rye costs $5. Birthday cakes need two days' notice.
            Keep answers short and never promise discounts.
            """;
    private static final String DENTIST = """
            You are Pat from Bright Smile Dental. Remind Tom of his cleaning tomorrow at 10 am.
            Appointments can be moved up to 24 hours before. We are at 12 Mill Lane.
            """;

    @Test
    void a_first_text_introduces_the_persona_of_the_prompt() {
        assertEquals("Hi, this is Rosie from Rosie's Bakery. How can I help you?", new Rehearsal(BAKERY).next());
    }

    @Test
    void a_first_text_runs_the_errand_of_the_prompt() {
        assertEquals(
                "Hi Tom, this is Pat from Bright Smile Dental. A reminder of your cleaning tomorrow at 10 am.",
                new Rehearsal(DENTIST).next());
    }

    @Test
    void a_next_text_without_an_answer_comes_back_to_the_last_one() {
        assertEquals(
                "Hi again Tom, this is Rosie from Rosie's Bakery. Did you see our text \"Your cake is ready\"? We are glad to help.",
                new Rehearsal(
                        BAKERY).ours("Hi Tom, your cake is ready.").next());
    }

    @ParameterizedTest @CsvSource(
            delimiter = '|',
            value = {
                "Hi! When do you open?|Hi, this is Rosie from Rosie's Bakery. We open at 7 and close at 18, Monday to Saturday.",
                "what are your opening hours|We open at 7 and close at 18, Monday to Saturday.",
                "Are you open on Sunday?|We are closed on Sundays.",
                "how much is the rye?|Sourdough costs $6, rye costs $5.",
                "what are your prices?|Sourdough costs $6, rye costs $5.",
                "I'd like to order a birthday cake|Birthday cakes need two days' notice.",
                "Do you sell gift cards?|I have no answer to \"Do you sell gift cards?\" yet, but I will ask.",
                "Two loaves for me please.|Thank you, I have noted \"Two loaves for me please\". - Rosie",
                "good morning|Hi, this is Rosie from Rosie's Bakery. How can I help you?",
                "Hello Rosie!|Hi, this is Rosie from Rosie's Bakery. How can I help you?",
                "who is this?|This is Rosie from Rosie's Bakery.",
                "???|How can I help you?"})
    void a_text_is_answered_from_the_prompt(String text, String reply) {
        assertEquals(reply, new Rehearsal(BAKERY).reply(text));
    }

    @ParameterizedTest @ValueSource(
            strings = {"are you a bot?", "Is this a real person?", "am I texting with a human", "are you AI", "What are you?",
                "which language model is this?"})
    void it_says_what_it_is(String question) {
        assertEquals(
                "I am Parley's scripted rehearsal model, not an AI: I answer by fixed rules, from the prompt and this chat.",
                new Rehearsal(BAKERY)
                        .reply(question));
    }

    @Test
    void it_remembers_what_was_asked_and_who_asked() {
        Rehearsal chat = new Rehearsal(BAKERY);

        assertEquals(
                "Nice to meet you, Anna! We open at 7 and close at 18, Monday to Saturday.",
                chat.reply("Hi, I'm Anna. When do you open?"));
        assertEquals(
                "Sourdough costs $6, rye costs $5. You asked before: \"When do you open?\" Anything else, Anna?",
                chat.reply(
                        "And how much is the rye?"));
        assertEquals(
                "Thank you, Anna, I have noted \"Two rye for Friday\". You asked before: \"How much is the rye?\" Anything else? - Rosie",
                chat
                        .reply("Two rye for Friday"));
        assertEquals("Your name is Anna.", chat.reply("do you remember my name"));
        assertEquals("First you wrote: \"When do you open?\"", chat.reply("What did I ask first?"));
        assertEquals("Before this you wrote: \"Two rye for Friday\".", chat.reply("what did I say before?"));
        assertEquals("As I said before: We open at 7 and close at 18, Monday to Saturday.", chat.reply("when do you close?"));
        assertEquals("Hi again, Anna! You asked before: \"When do you close?\" Anything else? - Rosie", chat.reply("hello"));
        assertEquals("You're welcome, Anna!", chat.reply("Thanks!"));
    }

    @Test
    void it_remembers_what_the_contact_told() {
        Rehearsal chat = new Rehearsal(BAKERY);
        chat.reply("I'm allergic to hazelnuts.");

        assertEquals("You told me: \"I'm allergic to hazelnuts\".", chat.reply("what am I allergic to?"));
    }

    @Test
    void it_knows_what_it_does_not_know() {
        Rehearsal chat = new Rehearsal(BAKERY);

        assertEquals("You have not told me your name yet.", chat.reply("What's my name?"));
        assertEquals("This is your first text.", new Rehearsal(BAKERY).reply("What did I ask before?"));
        assertEquals("We have not written to you yet.", new Rehearsal(BAKERY).reply("What did you write?"));
    }

    @Test
    void several_texts_get_one_reply_to_all_of_them() {
        Rehearsal chat = new Rehearsal(BAKERY).unanswered("hey").unanswered("are you open on sunday?").unanswered("how much is sourdough");

        assertEquals(
                "Hi, this is Rosie from Rosie's Bakery. We are closed on Sundays. Sourdough costs $6, rye costs $5. I have noted \"Two rolls\".",
                chat.reply("also two rolls"));
    }

    @Test
    void an_answer_to_a_reminder_refers_to_it() {
        Rehearsal chat = new Rehearsal(DENTIST);
        chat.next();

        assertEquals(
                "Appointments can be moved up to 24 hours before. "
                        + "That is about our text \"A reminder of your cleaning tomorrow at 10 am\", right?",
                chat.reply("Can I move it to Friday?"));
        assertEquals(
                "We are at 12 Mill Lane. You asked before: \"Can I move it to Friday?\" Anything else, Tom?",
                chat.reply("where are you?"));
        assertEquals("As we wrote: \"A reminder of your cleaning tomorrow at 10 am\".", chat.reply("When is my appointment?"));
        assertEquals("Thank you! That is a yes to our text \"A reminder of your cleaning tomorrow at 10 am\".", chat.reply("C"));
        assertEquals("All right, that is a no to our text \"A reminder of your cleaning tomorrow at 10 am\".", chat.reply("no"));
    }

    @Test
    void a_text_that_a_crm_sent_is_known_too() {
        Rehearsal chat = new Rehearsal(BAKERY).ours("Hello Tom, your order 1234 is ready. Pick it up until 6 pm.");

        assertEquals("As we wrote: \"Your order 1234 is ready\".", chat.reply("what order?"));
    }

    @Test
    void a_long_callback_is_cut_to_the_length_of_a_text() {
        Rehearsal chat = new Rehearsal(BAKERY);
        chat.reply("Do you have anything without nuts, without milk and without eggs for the party of my youngest daughter?");
        String reply = chat.reply("And do you sell gift cards or vouchers or anything like that?");

        assertTrue(reply.contains("You asked before: \"Do you"), reply);
        assertTrue(reply.length() <= 160, reply);
    }

    @ParameterizedTest @ValueSource(strings = {"", ".", "Open 9 to 5.", "You are a helpful assistant."})
    void a_prompt_without_a_persona_does_no_harm(String prompt) {
        assertEquals("Hi! How can I help you?", new Rehearsal(prompt).next());
        assertEquals("Thank you, I have noted \"My parcel is late\".", new Rehearsal(prompt).reply("My parcel is late"));
    }

    @Test
    void an_answer_has_an_end_whatever_the_prompt() {
        assertEquals(300, new Rehearsal("Tell Tom that " + "x".repeat(10_000)).next().length());
    }

    @Test
    void the_rules_of_the_house_are_not_told_to_contacts() {
        assertEquals(
                "I have no answer to \"What is the longest answer in characters?\" yet, but I will ask.",
                new Rehearsal(BAKERY).reply(
                        "What is the longest answer in characters?"));
    }
}
