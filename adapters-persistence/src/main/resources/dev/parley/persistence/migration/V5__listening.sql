-- The connections of a provider that keeps one open to each of its accounts, by slices.
CREATE INDEX connection_provider ON connection (provider, id);
