package dev.parley.core.organization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.core.rig.Rig;
import dev.parley.ports.ApiKeyId;
import dev.parley.ports.FieldError;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.PageRequest;
import dev.parley.ports.Rejection.Kind;
import dev.parley.ports.Secret;
import dev.parley.ports.in.ApiKeySpec;
import dev.parley.ports.in.PrepareInstallation.OperatorKey;
import dev.parley.ports.in.UseCases;
import dev.parley.ports.organization.Caller;
import dev.parley.ports.organization.Organization;
import dev.parley.ports.organization.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeysTest {

    private final Rig rig = new Rig();
    private final UseCases.Keys keys = rig.useCases().keys();
    private final UseCases.Installation installation = rig.useCases().installation();

    @Test
    void the_first_start_makes_a_key_and_the_second_does_not() {
        Secret first = installation.prepare().prepare(new OperatorKey.Generated()).orElseThrow();

        Caller caller = Rig.value(keys.authenticate().authenticate(first));
        assertTrue(caller.may(Scope.OPERATOR) && caller.may(Scope.MESSAGES_SEND));
        assertEquals(Optional.empty(), installation.prepare().prepare(new OperatorKey.Generated()));
    }

    @Test
    void the_operators_own_key_is_taken_however_often_it_is_given() {
        var own = new Secret("an operator's own key");

        assertEquals(Optional.empty(), installation.prepare().prepare(new OperatorKey.Configured(own)));
        assertEquals(Optional.empty(), installation.prepare().prepare(new OperatorKey.Configured(own)));
        assertTrue(Rig.value(keys.authenticate().authenticate(own)).may(Scope.OPERATOR));
    }

    @Test
    void a_new_organization_comes_with_a_key_that_is_no_operators() {
        var created = Rig.value(installation.createOrganization().create("Acme"));

        Caller caller = Rig.value(keys.authenticate().authenticate(created.apiKey()));
        assertEquals(created.organization().id(), caller.organization());
        assertTrue(caller.may(Scope.ADMIN));
        assertFalse(caller.may(Scope.OPERATOR));
    }

    @Test
    void two_organizations_cannot_have_one_name_and_a_name_is_not_empty() {
        Rig.value(installation.createOrganization().create("Acme"));

        assertEquals(Kind.CONFLICT, Rig.rejection(installation.createOrganization().create("Acme")).kind());
        assertEquals("too_short", Rig.rejection(installation.createOrganization().create(" ")).code());
        assertEquals("too_long", Rig.rejection(installation.createOrganization().create("x".repeat(129))).code());
    }

    @Test
    void a_suspended_organization_is_told_so_until_it_may_work_again() {
        var acme = Rig.value(installation.createOrganization().create("Acme"));
        OrganizationId id = acme.organization().id();

        Rig.value(installation.setStatus().set(id, Organization.Status.SUSPENDED));
        assertEquals("organization_suspended", Rig.rejection(keys.authenticate().authenticate(acme.apiKey())).code());
        Rig.value(installation.setStatus().set(id, Organization.Status.ACTIVE));
        Rig.value(keys.authenticate().authenticate(acme.apiKey()));
    }

    @Test
    void an_organization_that_is_not_there_cannot_be_suspended() {
        var nobody = new OrganizationId(new UUID(1, 2));

        assertEquals(Kind.NOT_FOUND, Rig.rejection(installation.setStatus().set(nobody, Organization.Status.SUSPENDED)).kind());
        assertEquals(1, installation.listOrganizations().list(PageRequest.FIRST).items().size());
    }

    @Test
    void the_operator_cannot_shut_itself_out() {
        Secret key = installation.prepare().prepare(new OperatorKey.Generated()).orElseThrow();
        OrganizationId own = Rig.value(keys.authenticate().authenticate(key)).organization();

        assertEquals("operators_own", Rig.rejection(installation.setStatus().set(own, Organization.Status.SUSPENDED)).code());
        Rig.value(keys.authenticate().authenticate(key));
    }

    @Test
    void unknown_expired_and_revoked_keys_are_refused_alike() {
        Caller admin = admin();
        var soon = Optional.of(rig.clock.instant().plus(Duration.ofHours(1)));
        var expiring = Rig.value(keys.create().create(admin, new ApiKeySpec("soon gone", Set.of(Scope.MESSAGES_SEND), soon)));
        var revoked = Rig.value(keys.create().create(admin, new ApiKeySpec("gone", Set.of(Scope.MESSAGES_SEND), Optional.empty())));
        Rig.value(keys.authenticate().authenticate(expiring.secret()));
        rig.pass(Duration.ofHours(1));
        Rig.value(keys.revoke().revoke(admin.organization(), revoked.key().id()));

        var unknown = Rig.rejection(keys.authenticate().authenticate(new Secret("unknown")));
        assertEquals(Kind.UNAUTHENTICATED, unknown.kind());
        assertEquals(unknown, Rig.rejection(keys.authenticate().authenticate(expiring.secret())));
        assertEquals(unknown, Rig.rejection(keys.authenticate().authenticate(revoked.secret())));
    }

    @Test
    void a_key_cannot_give_what_it_does_not_have() {
        Caller admin = admin();
        var operator = new ApiKeySpec("too much", Set.of(Scope.OPERATOR), Optional.empty());

        assertEquals("scope_not_held", Rig.rejection(keys.create().create(admin, operator)).code());
    }

    @Test
    void a_key_needs_a_name_a_scope_and_a_future() {
        var past = Optional.of(rig.clock.instant());
        var rejection = Rig.rejection(keys.create().create(admin(), new ApiKeySpec("", Set.of(), past)));

        assertEquals("invalid_fields", rejection.code());
        assertEquals(List.of("name", "scopes", "expiresAt"), rejection.fields().stream().map(FieldError::field).toList());
    }

    @Test
    void anothers_key_cannot_be_revoked() {
        Caller admin = admin();
        var key = Rig.value(keys.create().create(admin, new ApiKeySpec("mine", Set.of(Scope.ADMIN), Optional.empty()))).key();

        assertEquals(Kind.NOT_FOUND, Rig.rejection(keys.revoke().revoke(rig.tenant.id(), key.id())).kind());
        assertEquals(Kind.NOT_FOUND, Rig.rejection(keys.revoke().revoke(admin.organization(), new ApiKeyId(new UUID(1, 2)))).kind());
    }

    private Caller admin() {
        return Rig.value(keys.authenticate().authenticate(Rig.value(installation.createOrganization().create("Admins")).apiKey()));
    }
}
