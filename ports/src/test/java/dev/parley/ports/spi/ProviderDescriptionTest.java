package dev.parley.ports.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.Secret;
import dev.parley.ports.spi.ProviderDescription.Capability;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProviderDescriptionTest {

    private static final SettingKey SID = SettingKey.credential("accountSid", "From the console.").asRequired().asAccountKey();
    private static final SettingKey TOKEN = SettingKey.secret("authToken", "From the console.").asRequired();

    @ParameterizedTest @ValueSource(strings = {"twilio", "x", "a-1", "simulator"})
    void takes_a_name_that_fits_into_an_address(String name) {
        assertEquals(name, described(name).name());
    }

    @ParameterizedTest @ValueSource(strings = {"", "Twilio", "1twilio", "-twilio", "twi lio", "twilio/", "twilio_eu", "tŵilio", "twilio\n",
        "a234567890123456789012345678901234567890x"})
    void refuses_any_other(String name) {
        assertThrows(IllegalArgumentException.class, () -> described(name));
    }

    @Test
    void refuses_two_settings_of_one_name() {
        var refusal =
                assertThrows(IllegalArgumentException.class, () -> described("twilio", TOKEN, SettingKey.setting("authToken", "Again.")));
        assertTrue(String.valueOf(refusal.getMessage()).contains("twilio"));
    }

    @Test
    void finds_a_setting_by_its_name_and_the_one_that_identifies_the_account() {
        ProviderDescription twilio = described("twilio", TOKEN, SID);
        assertEquals(Optional.of(TOKEN), twilio.setting("authToken"));
        assertEquals(Optional.empty(), twilio.setting("authtoken"));
        assertEquals(Optional.of(SID), twilio.accountKey());
        assertEquals(Optional.empty(), described("simulator", TOKEN).accountKey());
    }

    @Test
    void a_setting_is_refined_step_by_step() {
        SettingKey api = SettingKey.setting("api", "Which.").oneOf("sms", "messages").madeByUs().asRequired();
        assertEquals(new SettingKey("api", SettingKey.Place.SETTINGS, false, true, false, true, List.of("sms", "messages"), "Which."), api);
        assertEquals(SettingKey.Place.CREDENTIALS, SID.place());
        assertTrue(TOKEN.secret() && !SID.secret() && SID.identifiesAccount());
    }

    @Test
    void a_secret_cannot_identify_the_account() {
        assertThrows(IllegalArgumentException.class, TOKEN::asAccountKey);
    }

    @Test
    void needs_room_for_a_text_and_time_for_an_answer() {
        ProviderDescription any = ProviderDescription.of("any", "Any");
        assertThrows(IllegalArgumentException.class, () -> any.upTo(0));
        assertThrows(IllegalArgumentException.class, () -> any.answeredWithin(Duration.ZERO));
        assertEquals(70, any.upTo(70).longestText());
        assertEquals(Duration.ofSeconds(2), any.answeredWithin(Duration.ofSeconds(2)).answerWithin());
    }

    @Test
    void has_the_capabilities_that_it_names_and_no_other() {
        ProviderDescription any = ProviderDescription.of("any", "Any");
        assertEquals(Set.of(), any.capabilities());
        ProviderDescription joining = any.able(Capability.JOINS_PARTS, Capability.SIGNS_WEBHOOKS);
        assertTrue(joining.can(Capability.JOINS_PARTS) && joining.can(Capability.SIGNS_WEBHOOKS));
        assertFalse(joining.can(Capability.HANDLES_KEYWORDS) || joining.can(Capability.REPORTS_DELIVERY));
    }

    @Test
    void settings_name_what_is_missing_and_print_no_value() {
        Settings settings = Settings.of(Map.of("authToken", new Secret("s3cret"), "blank", new Secret(" ")), Map.of("api", "sms"));
        assertEquals("s3cret", settings.get("authToken"));
        assertEquals("sms", settings.get("api"));
        assertEquals(Optional.empty(), settings.find("blank"));
        var missing = assertThrows(IllegalArgumentException.class, () -> settings.get("accountSid"));
        assertTrue(String.valueOf(missing.getMessage()).contains("accountSid"));
        assertTrue(settings.toString().contains("authToken"));
        assertFalse(settings.toString().contains("s3cret"));
    }

    private static ProviderDescription described(String name, SettingKey...settings) {
        return ProviderDescription.of(name, "Title").needing(settings);
    }
}
