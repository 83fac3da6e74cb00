package dev.parley.core.simulation;

import dev.parley.ports.message.InboundMessage;
import dev.parley.ports.message.OutboundMessage;
import dev.parley.testkit.sample.Tenant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The books of the world outside, beside what is stored at this moment.
 *
 * @param ledger the books
 * @param tenants whose they are
 * @param stored the texts that came in
 * @param sent the texts of ours
 */
record Books(Ledger ledger, List<Tenant> tenants, List<Stored> stored, List<OutboundMessage> sent) {

    /** As they are now. */
    static Books of(Ledger ledger, List<Tenant> tenants) {
        List<Stored> stored = tenants.stream()
                .flatMap(tenant -> only(InboundMessage.class, ledger, tenant).map(text -> new Stored(tenant, text)))
                .toList();
        return new Books(ledger, tenants, stored, tenants.stream().flatMap(t -> only(OutboundMessage.class, ledger, t)).toList());
    }

    private static <T> Stream<T> only(Class<T> type, Ledger ledger, Tenant tenant) {
        return ledger.messages(tenant.id()).stream().filter(type::isInstance).map(type::cast);
    }

    /** A text that is stored, and whose it is. */
    record Stored(Tenant tenant, InboundMessage text) {

        boolean is(Offer offer) {
            return offer.tenant().equals(tenant) && text.providerMessageId().startsWith(offer.id())
                    && text.content().body().equals(offer.body())
                    && text.header().from().filter(from -> from.value().equals(offer.contact().e164())).isPresent();
        }
    }
}
