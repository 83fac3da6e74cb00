package dev.parley.testkit.provider;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;

/** All rules, in groups. */
final class ProviderGroups {

    private ProviderGroups() {}

    static Stream<DynamicNode> tests(ProviderCase of) {
        return Stream.of();
    }
}
