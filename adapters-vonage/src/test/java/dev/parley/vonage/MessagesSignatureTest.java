package dev.parley.vonage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.spi.Parameter;
import dev.parley.ports.spi.Verdict;
import dev.parley.ports.spi.WebhookRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MessagesSignatureTest {

    private static final Vonage EXAMPLE = Vonage.connection()
            .with("apiKey", "a1b2c3d")
            .with(
                    "signatureSecret",
                    "abcdefghijklmnopqrstuvwxyz012345");

    private static final Vonage OURS = Vonage.connection().with("api", "messages");

    private static void assertForged(Vonage connection, WebhookRequest request, String what) {
        assertInstanceOf(Verdict.Forged.class, connection.check(request), what);
    }

    private static void assertRefusal(String word, MessagesHook hook) {
        String why = OURS.refusal(hook.post());
        assertTrue(why.contains(word), why);
    }

    @Test
    void believes_the_example() {
        MessagesHook hook = MessagesHook.of(MessagesHook.EXAMPLE);
        assertEquals("46beee36e10dafeb9ff9a3886e55be3f7ee8f8015400775d70ae4a1a2ccd1499", hook.hash());
        EXAMPLE.assertGenuine(hook.with(MessagesHook.EXAMPLE_TOKEN).post());
    }

    @Test
    void the_tests_sign_as_vonage_does() {
        OURS.assertGenuine(MessagesHook.text().signed().post());
        OURS.assertGenuine(MessagesHook.status("delivered").signed().post());
    }

    @ParameterizedTest @ValueSource(strings = {"sms", "messages"})
    void believes_it_whatever_the_connection_sends_by(String api) {
        Vonage.connection().with("api", api).with("signatureMethod", "md5").assertGenuine(MessagesHook.text().signed().post());
    }

    @Test
    void does_not_believe_a_body_of_which_any_byte_was_changed() {
        MessagesHook hook = MessagesHook.of(MessagesHook.EXAMPLE).with(MessagesHook.EXAMPLE_TOKEN);
        byte[] genuine = MessagesHook.utf8(hook.body());
        for (int i = 0; i < genuine.length; i++) {
            byte[] changed = genuine.clone();
            changed[i] ^= 1;
            assertForged(EXAMPLE, hook.post(changed), "byte " + i);
        }
        assertForged(EXAMPLE, hook.post(MessagesHook.utf8(hook.body() + " ")), "one more");
        assertForged(EXAMPLE, hook.post(new byte[0]), "none");
    }

    @Test
    void does_not_believe_a_token_of_which_any_character_was_changed() {
        for (int i = 0; i < MessagesHook.EXAMPLE_TOKEN.length(); i++) {
            var token = new StringBuilder(MessagesHook.EXAMPLE_TOKEN);
            token.setCharAt(i, token.charAt(i) == 'A' ? 'B' : 'A');
            assertForged(EXAMPLE, MessagesHook.of(MessagesHook.EXAMPLE).with(token.toString()).post(), "character " + i);
        }
    }

    /** The last character of a signature has bits that mean nothing: of the four that decode alike, one is right. */
    @Test
    void does_not_believe_another_spelling_of_the_signature() {
        String token = MessagesHook.EXAMPLE_TOKEN.replaceFirst("I$", "J");
        assertForged(EXAMPLE, MessagesHook.of(MessagesHook.EXAMPLE).with(token).post(), "spelling");
        assertForged(EXAMPLE, MessagesHook.of(MessagesHook.EXAMPLE).with(MessagesHook.EXAMPLE_TOKEN + "=").post(), "padding");
    }

    @ParameterizedTest @ValueSource(strings = {"none", "None", "RS256", "HS512", "HS384", "hs256", ""})
    void does_not_believe_another_algorithm(String algorithm) {
        MessagesHook hook = MessagesHook.text();
        String header = "{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}";
        assertRefusal("HS256", hook.signed(header, hook.claims(), Vonage.SIGNATURE_SECRET));
        String unsigned =
                MessagesHook.base64(MessagesHook.utf8(header)) + "." + MessagesHook.base64(MessagesHook.utf8(hook.claims())) + ".";
        assertRefusal("HS256", hook.with(unsigned));
    }

    @Test
    void does_not_believe_a_header_without_algorithm() {
        MessagesHook hook = MessagesHook.text();
        assertRefusal("HS256", hook.signed("{}", hook.claims(), Vonage.SIGNATURE_SECRET));
    }

    @Test
    void does_not_believe_another_secret() {
        MessagesHook hook = MessagesHook.text();
        assertRefusal("signatureSecret", hook.signed(MessagesHook.HEADER, hook.claims(), "another"));
    }

    @Test
    void does_not_believe_another_issuer() {
        MessagesHook hook = MessagesHook.text();
        assertRefusal("issued", hook.signed(hook.claims(1_577_880_000, "Somebody", Vonage.KEY)));
    }

    @Test
    void does_not_believe_what_is_of_another_account() {
        MessagesHook hook = MessagesHook.text();
        assertRefusal("account", hook.signed(hook.claims(1_577_880_000, "Vonage", "zyxw9876")));
    }

    @Test
    void does_not_believe_what_is_of_another_application() {
        Vonage application = OURS.with("applicationId", "AAAAAAAA-bbbb-cccc-dddd-0123456789ab").with("privateKey", PrivateKeys.PEM);
        MessagesHook hook = MessagesHook.text();
        String ours = hook.claims().replace("}", ",\"application_id\":\"aaaaaaaa-bbbb-cccc-dddd-0123456789ab\"}");
        application.assertGenuine(hook.signed(ours).post());
        application.assertGenuine(hook.signed().post());
        OURS.assertGenuine(hook.signed(ours).post());
        assertForged(application, hook.signed(ours.replace("aaaaaaaa-", "bbbbbbbb-")).post(), "another application");
    }

    @ParameterizedTest @CsvSource({"-300, true", "-301, false", "60, true", "61, false", "-86400, false"})
    void believes_a_token_of_these_minutes(long seconds, boolean believed) {
        MessagesHook hook = MessagesHook.text();
        MessagesHook signed = hook.signed(hook.claims(1_577_880_000 + seconds, "Vonage", Vonage.KEY));
        assertEquals(believed, OURS.check(signed.post()) instanceof Verdict.Genuine);
    }

    @ParameterizedTest @ValueSource(strings = {"iat", "iss", "payload_hash", "api_key"})
    void does_not_believe_a_token_that_lacks_a_claim(String claim) {
        MessagesHook hook = MessagesHook.text();
        assertForged(OURS, hook.signed(hook.claims().replace("\"" + claim + "\"", "\"x\"")).post(), claim);
    }

    @Test
    void does_not_believe_a_claim_of_another_kind() {
        MessagesHook hook = MessagesHook.text();
        assertForged(OURS, hook.signed(hook.claims().replace("\"Vonage\"", "[\"Vonage\"]")).post(), "iss");
        assertForged(OURS, hook.signed(hook.claims().replace("1577880000", "\"1577880000\"")).post(), "iat");
        assertForged(OURS, hook.signed(hook.claims().replace("1577880000", "1e300")).post(), "iat");
        assertForged(OURS, hook.signed("[]").post(), "claims");
    }

    @ParameterizedTest @ValueSource(
            strings = {"Bearer", "Bearer ", "Bearer a.b", "Bearer a.b.c.d", "Bearer ..", "Bearer !.!.!", "Basic YTpi",
                "x"})
    void does_not_believe_what_is_no_token(String authorization) {
        byte[] body = MessagesHook.utf8(MessagesHook.EXAMPLE);
        WebhookRequest request = new WebhookRequest("POST", SmsHook.URL, List.of(new Parameter("Authorization", authorization)), body);
        assertForged(OURS, request, authorization);
    }

    @Test
    void the_scheme_may_be_written_in_any_case() {
        MessagesHook hook = MessagesHook.text().signed();
        Parameter header = new Parameter("Authorization", "bearer " + hook.token().orElseThrow());
        OURS.assertGenuine(new WebhookRequest("POST", SmsHook.URL, List.of(header), MessagesHook.utf8(hook.body())));
    }

    @Test
    void what_vonage_failed_to_sign_should_come_again() {
        assertInstanceOf(Verdict.Undecided.class, OURS.check(MessagesHook.text().post()));
        assertInstanceOf(Verdict.Undecided.class, OURS.check(MessagesHook.status("delivered").post()));
    }

    @Test
    void a_sig_among_the_members_is_no_signature_of_this_api() {
        assertInstanceOf(Verdict.Undecided.class, OURS.check(MessagesHook.text(",\"sig\":\"x\"").post()));
    }

    @Test
    void without_the_secret_nothing_is_believed() {
        Verdict verdict = OURS.without("signatureSecret").check(MessagesHook.text().signed().post());
        assertEquals(new Verdict.NotConfigured("signatureSecret"), verdict);
    }

    @Test
    void a_genuine_webhook_of_another_kind_is_believed() {
        OURS.assertGenuine(MessagesHook.of("[\"a new kind\"]").signed().post());
    }
}
