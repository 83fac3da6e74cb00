package dev.parley.simulator;

import java.net.URI;
import java.util.Optional;

/** Our own addresses, as seen from this machine. */
final class LocalAddress {

    private LocalAddress() {}

    /** Path and query of a public address under a local base. */
    static URI of(URI base, URI address) {
        String query = Optional.ofNullable(address.getRawQuery()).map(q -> "?" + q).orElse("");
        return of(base, address.getRawPath() + query);
    }

    /** A path under a local base. */
    static URI of(URI base, String path) {
        return URI.create(base.toString().replaceFirst("/+$", "") + path);
    }
}
