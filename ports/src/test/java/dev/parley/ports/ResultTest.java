package dev.parley.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class ResultTest {

    private static final Rejection NO = Rejection.notFound("agent");

    @Test
    void what_was_done_is_mapped() {
        assertEquals(Result.ok("1"), Result.ok(1).map(String::valueOf));
        assertEquals(Result.ok("1"), Result.ok(1).then(i -> Result.ok(String.valueOf(i))));
        assertEquals(Result.rejected(NO), Result.ok(1).then(_ -> Result.rejected(NO)));
    }

    @Test
    void what_was_refused_stays_refused() {
        Result<Integer> refused = Result.rejected(NO);
        assertEquals(Result.rejected(NO), refused.map(String::valueOf));
        assertEquals(Result.rejected(NO), refused.then(i -> Result.ok(String.valueOf(i))));
    }

    @Test
    void what_is_not_there_and_what_is_not_yours_reads_alike() {
        assertEquals(new Rejection(Rejection.Kind.NOT_FOUND, "not_found", "There is no such agent.", List.of(), Optional.empty()), NO);
    }

    @Test
    void one_wrong_field_gives_the_refusal_its_code() {
        var field = new FieldError("to", "not_e164", "Give the number as +15005550006.");
        assertEquals("not_e164", Rejection.invalid("to", "not_e164", field.detail()).code());
        assertEquals(List.of(field), Rejection.invalid("to", "not_e164", field.detail()).fields());
        Rejection two = Rejection.invalid(List.of(field, new FieldError("body", "missing", "Say something.")));
        assertEquals("invalid_fields", two.code());
        assertEquals(field.detail(), two.detail());
    }

    @Test
    void a_refusal_can_be_about_a_message() {
        var message = new MessageId(new UUID(0, 1));
        Rejection about = Rejection.of(Rejection.Kind.UPSTREAM, "provider_refused", "21610").about(message);
        assertEquals(Optional.of(message), about.about());
        assertEquals("provider_refused", about.code());
    }
}
