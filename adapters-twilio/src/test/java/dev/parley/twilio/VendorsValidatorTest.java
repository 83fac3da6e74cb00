package dev.parley.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twilio.security.RequestValidator;
import dev.parley.ports.Secret;
import dev.parley.ports.spi.Parameter;
import dev.parley.ports.spi.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Twilio's own validator believes what our tests sign: otherwise they would only prove that we agree with ourselves. */
final class VendorsValidatorTest {

    private static final RequestValidator TWILIOS = new RequestValidator(Hook.TOKEN);

    static List<Hook> hooks() {
        return List.of(Hook.text(), Hook.text().at(Hook.URL + "?message=1&x=a%20b"), Hook.text().with("Body", ""), Hook.status("delivered"),
                Hook.text().at("https://hooks.example.com:8443/in"), Hook.to(Hook.URL));
    }

    @ParameterizedTest @MethodSource("hooks")
    void believes_our_test_signatures(Hook hook) {
        String signature = hook.signature(Hook.TOKEN);
        assertTrue(TWILIOS.validate(hook.url(), asMap(hook), signature));
        assertFalse(TWILIOS.validate(hook.url(), asMap(hook.with("Extra", "1")), signature));
    }

    @Test
    void agrees_with_ours_about_any_parameters() {
        Random random = new Random(20260707);
        TwilioSignature ours = new TwilioSignature(List.of(new Secret(Hook.TOKEN)));
        for (int round = 0; round < 500; round++) {
            Hook hook = randomHook(random);
            Hook signed = random.nextInt(4) == 0 ? hook.header("X-Twilio-Signature", hook.with("X", "y").signature(Hook.TOKEN)) : hook
                    .signed();
            boolean twilios = TWILIOS.validate(hook.url(), asMap(hook), signed.headers().getFirst().value());
            assertEquals(twilios, ours.check(signed.post()) instanceof Verdict.Genuine, signed.url() + signed.form());
        }
    }

    private static Hook randomHook(Random random) {
        String[] pairs = IntStream.range(0, 2 * random.nextInt(12))
                .mapToObj(i -> i % 2 == 0 ? "N" + i + word(random) : word(random))
                .toArray(String[]::new);
        return Hook.to(Hook.URL + "/" + random.nextInt(100) + (random.nextBoolean() ? "?q=" + random.nextInt() : ""), pairs);
    }

    /** Letters, signs of the encoding, white space, umlauts and emoji, up to six of them. */
    private static String word(Random random) {
        return IntStream.range(0, random.nextInt(6))
                .map(i -> "aZ0 +&=%?#\n\tß😀é".codePoints().toArray()[random.nextInt(14)])
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static Map<String, String> asMap(Hook hook) {
        return hook.form().stream().collect(Collectors.toMap(Parameter::name, Parameter::value));
    }
}
