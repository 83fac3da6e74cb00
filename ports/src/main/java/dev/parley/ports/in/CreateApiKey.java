package dev.parley.ports.in;

import dev.parley.ports.Result;
import dev.parley.ports.Secret;
import dev.parley.ports.organization.ApiKey;
import dev.parley.ports.organization.Caller;

/** Makes a key. Thread-safe. */
public interface CreateApiKey {

    /**
     * Makes a key for the caller's organization; it can have no scope that the caller's own key does not cover.
     */
    Result<Created> create(Caller caller, ApiKeySpec spec);

    /**
     * What was made.
     *
     * @param key what is kept of it
     * @param secret the key itself, not kept by us
     */
    record Created(ApiKey key, Secret secret) {}
}
