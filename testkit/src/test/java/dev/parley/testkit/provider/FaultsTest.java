package dev.parley.testkit.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Acme's adapter with each fault in turn: the rule that names the fault is red, and says what is the matter. */
final class FaultsTest {

    /** Fault, the rules that are red, and what the first of them says. */
    private static final String TABLE = """
            SWAPS_ON_READ             | R2 R4           | from is who sent it, the contact
            DROPS_PLUS                | R3              | from has no plus
            PLUS_BEFORE_SHORT_CODES   | R4              | <72345> but was: <+72345>
            TRIMS                     | F7 F6 F8        | < hello >
            DROPS_EMPTY_TEXTS         | R6              | a text without words
            EVENT_ID_FOR_TEXT_ID      | R8 R1 R11 R12 T6 | two texts have one id
            THROWS_ON_GARBAGE         | R9              | read(…) threw java.lang.IllegalStateException: no items
            ONE_BAD_ITEM_LOSES_ALL    | R12             | beside the item {}
            MANGLES_EMOJI             | F1 F4 F6 F8     | 👍
            DECODES_TWICE             | F2              | <a+b & c=d 100% ?> but was: <a b & c=d 100% ?>
            CUTS_LONG_TEXTS           | F8              | longestText
            NULL_IS_NOTHING           | F9              | <null> but was: <>
            LOSES_PICTURES            | R5              | kit/1.jpg
            STOP_IS_HANDLED           | C2              | STOP without the provider's word
            CLAIMS_FOR_THE_SENDER     | R10             | claim(…) of the factory
            KEEPS_FIRST_RECEIVER      | R2              | to is another number of ours
            PLUS_BEFORE_SIX_DIGITS    | R4              | <723456> but was: <+723456>
            NORMALIZES                | F1              | not to be normalized
            ACCEPTS_UNSIGNED          | A5 A9           | it passes for genuine although it lacks the whole proof
            ACCEPTS_ANY_ACCOUNT       | A6 A10 A11      | another account signed it
            PREFIX_IS_ENOUGH          | A3              | not startsWith
            CASE_DOES_NOT_MATTER      | A3              | not equalsIgnoreCase
            IGNORES_BODY              | A2 C4           | it passes for genuine with the body
            NO_KEY_NO_CHECK           | A7              | the connection has no signingKey
            THROWS_ON_ODD_PROOF       | A9 A3           | bytes for base64
            KEEPS_VERDICTS            | A2              | it passes for genuine with the body
            KEEPS_BODIES              | A5              | although it lacks the whole proof
            SIGNS_WHAT_IT_DECODED     | A2              | not bodyText()
            ONE_KEY_FOR_ALL           | A10             | not believed when another account's connection was made
            ONE_MAC_FOR_ALL           | A11             | no Mac, Signature or MessageDigest in a field
            SWAPS_ON_SEND             | O2 O4           | /sender is «+12025550187» where «+12025550142» was to be
            THROTTLE_IS_ACCEPTED      | O7              | the outcome is Accepted
            THROTTLE_IS_REFUSED       | O7              | the outcome is Refused THROTTLED
            NO_PAUSE                  | O7              | retryAfter=Optional[PT7S]
            NEGATIVE_PAUSE            | O8              | Retry-After: -1 was read as
            SENDS_TWICE               | O1 O2 O3 O4 O16 | expected: <1> but was: <2>
            TRIES_AGAIN_AFTER_5XX     | O1              | requests when the provider does this: 500
            TRIES_AGAIN_AFTER_BREAK   | O3 O1           | the second of which was read and not answered
            FOLLOWS_REDIRECTS         | O1              | requests when the provider does this: 301
            WAITS_FOR_EVER            | O14             | send(…) has not come back
            REFUSED_IS_AMBIGUOUS      | O10             | when nobody listens, the outcome is Ambiguous
            BROKEN_IS_UNAVAILABLE     | O11             | it closes the connection without an answer, the outcome is Unavailable
            FAILED_IS_REFUSED         | O12             | at 500
            SUCCESS_IS_ENOUGH         | O13             | the outcome is Accepted
            CODES_ARE_LOST            | O9             | the code never-heard-of became error
            MIXES_TEXTS               | O4              | that carried one of the texts to whom it was for
            CALLS_THE_VENDOR          | U1 …            | O2: api.acme.example
            DECIDES_BY_ITSELF         | U5 …            | the send never asked for
            ONE_TOKEN_FOR_ALL         | O16             | no longer the same after another account has sent
            SECURES_LINKS             | F2              | http://example.com/a
            CREATED_ALONE_IS_SUCCESS  | O5              | at 200 {"id":"a1"}: expected Accepted
            UNKNOWN_IS_FAILED         | T2              | expected: <UNRECOGNIZED> but was: <FAILED>
            NO_REASON                 | T4 T5           | the reason of the code 30
            UNKNOWN_CODE_IS_LOST      | T5              | expected: <Optional[777]>
            REMEMBERS                 | T3 T6           | read in reverse order
            ACKS_WHAT_IS_LOST         | K2              | NOT_STORED was answered with HTTP 204
            REFUSES_WITH_400          | K4              | REFUSED was answered with HTTP 400
            CALLS_BEFORE_ACK          | K5              | the provider was called
            NOTHING_IS_GENUINE        | A1 …            | that signed(…) signed was judged Forged
            BLANK_IS_GOOD             | S3 S2           | a connection whose accountId is empty was made all the same
            SHOWS_SECRET_IN_EXCEPTION | S2 S3           | the message shows the value of token
            PRINTS_SECRET             | S6              | Acme.toString() shows the secret token
            DESCRIPTION_CHANGES       | D3              | two answers of description() differ
            NO_HELP                   | D4              | no help says what the setting accountId is
            LOGS_TOKEN                | U2              | the secret token logged by acme at CONFIG
            LOGS_TEXT_AT_FINE         | U3              | the text logged by acme at FINE
            PRINTS_NUMBER             | U3              | the number of a contact printed
            TELLS_TEXT                | U4              | the text told as Forged
            CLAIMS_TO_JOIN            | C1              | JOINS_PARTS is claimed, but a text was read as a part
            CLAIMS_NO_SIGNATURE       | C4              | so SIGNS_WEBHOOKS can be claimed
            CLAIMS_TO_LISTEN          | C5              | LISTENS is claimed: true
            CLAIMS_TO_LOOK_UP         | C6 L1 L2        | LOOKS_UP_SENDS is claimed: true
            CLAIMS_TO_LIST            | C7 L3 L4        | LISTS_INBOUND is claimed: true
            CAN_BE_ASKED_IN_SECRET    | C6 C7           | LOOKS_UP_SENDS is claimed: false
            SILENCE_IS_NOT_FOUND      | L1              | what a text is when the provider does this: 401
            SENDS_TO_LOOK_UP          | L2              | it makes the request of a send
            SILENCE_IS_NOTHING_RECEIVED | L3            | what was received when the provider does this: 401
            ASKS_TWICE                | L4              | it takes more than one request
            """;

    private record Row(Fault fault, List<String> red, boolean andMore, String says) {

        static Row of(String line) {
            List<String> cells = Arrays.stream(line.split("\\|", 3)).map(String::strip).toList();
            List<String> rules = List.of(cells.get(1).split(" ", -1));
            return new Row(
                    Fault.valueOf(cells.get(0)),
                    rules.stream().filter(r -> !r.equals("…")).toList(),
                    rules.contains("…"),
                    cells.get(2));
        }

        void verify() {
            // It waits for a deadline to pass, which one fault alone has to do with.
            Predicate<String> rules = id -> fault == Fault.WAITS_FOR_EVER || !id.equals("O14");
            Verdicts verdicts = Verdicts.of(AcmeCase.of(fault), rules);
            Set<String> are = verdicts.red().keySet();
            assertTrue(are.containsAll(red), () -> red + " should be red, and are " + verdicts.red());
            assertTrue(andMore || Set.copyOf(red).equals(are), () -> red + " alone should be red, and are " + verdicts.red());
            String message = verdicts.red().getOrDefault(red.getFirst(), "");
            assertTrue(message.contains(says) && message.contains("look at: "), () -> "not «" + says + "» but\n" + message);
        }
    }

    private static Stream<Row> rows() {
        return TABLE.lines().map(Row::of);
    }

    @TestFactory
    Stream<DynamicTest> each_fault_is_caught_by_the_rule_that_names_it() {
        return rows().map(row -> DynamicTest.dynamicTest(row.fault() + " by " + row.red().getFirst(), row::verify));
    }

    @Test
    void every_fault_is_tried() {
        assertEquals(EnumSet.complementOf(EnumSet.of(Fault.NONE)), rows().map(Row::fault).collect(Collectors.toSet()));
    }
}
