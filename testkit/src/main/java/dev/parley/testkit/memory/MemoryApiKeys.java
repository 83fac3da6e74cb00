package dev.parley.testkit.memory;

import dev.parley.ports.ApiKeyId;
import dev.parley.ports.Cursor;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.organization.ApiKey;
import dev.parley.ports.out.ApiKeyStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

final class MemoryApiKeys implements ApiKeyStore {

    private final Memory memory;
    private final Map<String, ApiKey> byHash = new HashMap<>();

    MemoryApiKeys(Memory memory) {
        this.memory = memory;
    }

    @Override
    public boolean insert(ApiKey key, String sha256) {
        return memory.atomically(() -> byHash.putIfAbsent(sha256, key) == null);
    }

    @Override
    public Optional<ApiKey> findByHash(String sha256) {
        return memory.atomically(() -> Optional.ofNullable(byHash.get(sha256)));
    }

    @Override
    public Page<ApiKey> list(OrganizationId organization, PageRequest page) {
        return memory.atomically(() -> Pages.cut(byHash.values().stream().filter(k -> k.organization().equals(organization)),
                k -> new Cursor(k.createdAt(), k.id().value()), page));
    }

    @Override
    public boolean delete(OrganizationId organization, ApiKeyId id) {
        return memory.atomically(() -> byHash.values().removeIf(k -> k.organization().equals(organization) && k.id().equals(id)));
    }
}
