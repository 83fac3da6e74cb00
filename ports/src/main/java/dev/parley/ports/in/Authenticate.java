package dev.parley.ports.in;

import dev.parley.ports.Result;
import dev.parley.ports.Secret;
import dev.parley.ports.organization.Caller;

/** Finds out who asks. Thread-safe. */
public interface Authenticate {

    /**
     * Who has that key. Unknown and expired keys are refused alike; a suspended organization is told so.
     */
    Result<Caller> authenticate(Secret key);
}
