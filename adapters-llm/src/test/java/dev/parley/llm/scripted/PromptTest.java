package dev.parley.llm.scripted;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptTest {

    @ParameterizedTest @CsvSource(
            delimiter = '|',
            value = {
                "You are Rosie.|this is Rosie",
                "You are Rosie, who answers texts for Rosie's Bakery.|this is Rosie from Rosie's Bakery",
                "You're Ben of Ben's Plumbing & Heating in Dayton.|this is Ben from Ben's Plumbing & Heating",
                "Act as Jordan from Harbor Homes.|this is Jordan from Harbor Homes",
                "Your name is Mia. You work for the Bank of Bristol.|this is Mia from Bank of Bristol",
                "You are the assistant of Bright Smile Dental.|this is Bright Smile Dental",
                "You are Rosie's Bakery assistant.|this is Rosie's Bakery",
                "You are Dr. Lee's receptionist.|this is Dr. Lee's receptionist",
                "you help people of a shop called Spokes.|this is Spokes"})
    void the_persona_is_whom_the_model_is_told_to_be(String prompt, String introduction) {
        assertEquals(Optional.of(introduction), Prompt.read(prompt).persona().introduction());
    }

    @ParameterizedTest @CsvSource(
            delimiter = '|',
            value = {
                "Remind Tom of his visit on Friday.|A reminder of your visit on Friday.",
                "Remind them that their invoice is due.|A reminder: your invoice is due.",
                "Please remind the customer to bring a towel.|Please remember to bring a towel.",
                "Tell Eva that her shoes are ready!|Your shoes are ready.",
                "Ask Lena whether she is still looking for a house.|Could you tell us whether you are still looking for a house?",
                "Ask the guest to rate the stay|Could you please rate the stay?",
                "Thank Tom for his order.|Thank you for your order.",
                "Invite them to the open day.|You are invited to the open day."})
    void an_errand_is_turned_towards_the_contact(String prompt, String words) {
        assertEquals(Optional.of(words), Prompt.read(prompt).errand().map(Errand::words));
    }

    @Test
    void what_the_model_is_told_to_do_is_no_fact() {
        assertEquals(List.of("We open at 7.", "Please bring a towel."), Prompt.read("""
                You are Rosie. Your tone is warm. Be brief, always. Never talk about prices. We open at 7. If asked for a discount, decline.
                Please keep it short. Please bring a towel. Use no emojis. Answers have 100 characters.""").facts());
    }

    @Test
    void what_the_model_is_told_about_itself_is_a_fact_about_us() {
        assertEquals(
                List.of("We are open from 8 to 18.", "We sell bread from our own oven.", "We are open daily.", "Our line is free at noon."),
                Prompt
                        .read(
                                "You are open from 8 to 18. You sell bread from your own oven. You are Rosie, open daily. Your line is free at noon.")
                        .facts());
    }

    @Test
    void a_list_belongs_to_its_heading() {
        assertEquals(List.of("Hours: Mon-Fri 8-17, Sat 9-12", "Prices: cut $20, shave $10", "Parking is free.", "Dogs are welcome."), facts("""
                Hours:
                - Mon-Fri 8-17
                * Sat 9-12

                ## Prices

                cut $20
                shave $10

                # Facts
                Parking is free.
                1. Dogs are welcome."""));
    }

    @Test
    void a_sentence_may_go_on_in_the_next_line() {
        assertEquals(List.of("We open at 7 and close at 18.", "parking is free."), facts("""
                We open at 7
                and close at 18.
                parking is free."""));
    }

    private static List<String> facts(String prompt) {
        return Prompt.read(prompt).facts();
    }
}
