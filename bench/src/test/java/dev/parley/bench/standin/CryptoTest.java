package dev.parley.bench.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the stand-ins sign is what the vendors' own libraries sign. */
class CryptoTest {

    @Test
    void a_webhook_of_twilio() {
        Map<String, String> fields = Map.of("MessageSid", "SM1", "From", "+15005550006", "To", "+15005550009", "Body", "Hello");
        assertEquals("b+09EEeFVOvSCFGuleBuirYHxPc=",
                Crypto.twilio("0123456789abcdef0123456789abcdef", "https://hooks.example.com/twilio/in", fields));
    }

    @Test
    void a_webhook_of_vonage() {
        var fields = new TreeMap<>(
                Map.of("messageId", "0A0000000123ABCD1", "api-key", "abcd1234", "msisdn", "447700900001", "to",
                        "447700900000", "message-timestamp", "2020-01-01 12:00:00", "timestamp", "1577880000", "nonce",
                        "aaaaaaaa-bbbb-cccc-dddd-0123456789ab", "text", "a&b=c + 100% \uD83D\uDC4D", "type", "unicode", "keyword",
                        "A&B=C"));
        assertEquals("9fa623acff07b450affb85ee3134eb3c41d84037655b5867272310ee26b89e6d", Crypto.vonage("abcdefg12345SECRET", fields));
    }

    @Test
    void an_event_as_the_standard_has_it() {
        assertEquals("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                Crypto.standardWebhook("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330",
                        "{\"test\": 2432232314}"));
    }
}
