package dev.parley.ports.in;

import dev.parley.ports.spi.ProviderDescription;
import java.util.List;

/** Tells which providers there are. Thread-safe. */
public interface DescribeProviders {

    /**
     * Every provider that was found, by name.
     */
    List<ProviderDescription> describe();
}
