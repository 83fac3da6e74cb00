package dev.parley.ports.organization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.ApiKeyId;
import dev.parley.ports.OrganizationId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ScopeTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    @ParameterizedTest @EnumSource
    void is_read_by_its_word_and_covers_itself(Scope scope) {
        assertEquals(Optional.of(scope), Scope.parse(scope.word()));
        assertTrue(scope.covers(scope));
    }

    @Test
    void no_other_word_is_a_scope() {
        assertEquals(Optional.empty(), Scope.parse("ADMIN"));
        assertEquals(Optional.empty(), Scope.parse(""));
    }

    @ParameterizedTest @EnumSource
    void admin_covers_all_but_the_operators(Scope scope) {
        assertEquals(scope != Scope.OPERATOR, Scope.ADMIN.covers(scope));
    }

    @ParameterizedTest @EnumSource
    void no_other_scope_covers_another(Scope scope) {
        for (Scope holder : Set.of(Scope.MESSAGES_SEND, Scope.MESSAGES_READ, Scope.AGENTS_WRITE, Scope.OPERATOR)) {
            assertEquals(holder == scope, holder.covers(scope));
        }
    }

    @Test
    void a_caller_may_what_one_of_its_scopes_covers() {
        var id = new ApiKeyId(new UUID(0, 1));
        var caller = new Caller(new OrganizationId(new UUID(0, 2)), id, Set.of(Scope.MESSAGES_READ, Scope.AGENTS_WRITE));
        assertTrue(caller.may(Scope.AGENTS_WRITE));
        assertFalse(caller.may(Scope.MESSAGES_SEND));
        assertFalse(new Caller(caller.organization(), id, Set.of()).may(Scope.MESSAGES_READ));
    }

    @Test
    void a_key_is_refused_from_the_moment_it_expires() {
        assertTrue(expiring(Optional.of(NOON)).isLiveAt(NOON.minusNanos(1)));
        assertFalse(expiring(Optional.of(NOON)).isLiveAt(NOON));
        assertTrue(expiring(Optional.empty()).isLiveAt(Instant.MAX));
    }

    private static ApiKey expiring(Optional<Instant> at) {
        return new ApiKey(new ApiKeyId(new UUID(0, 1)), new OrganizationId(new UUID(0, 2)), "Key", Set.of(Scope.ADMIN), at, Instant.EPOCH);
    }
}
