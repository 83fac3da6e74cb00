package dev.parley.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IdsTest {

    private static final UUID ID = UUID.fromString("0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b");

    private static final List<Kind> KINDS = List.of(
            new Kind("agent", AgentId::parse, new AgentId(ID)),
            new Kind("key", ApiKeyId::parse, new ApiKeyId(ID)),
            new Kind("number", AssignedNumberId::parse, new AssignedNumberId(ID)),
            new Kind("connection", ConnectionId::parse, new ConnectionId(ID)),
            new Kind("conversation", ConversationId::parse, new ConversationId(ID)),
            new Kind("delivery", DeliveryId::parse, new DeliveryId(ID)),
            new Kind("message", MessageId::parse, new MessageId(ID)),
            new Kind("organization", OrganizationId::parse, new OrganizationId(ID)));

    @TestFactory
    Stream<DynamicTest> an_id_is_read_and_written_in_one_form() {
        return KINDS.stream().map(kind -> DynamicTest.dynamicTest(kind.name(), () -> {
            assertEquals(Optional.of(kind.id()), kind.parse().apply(ID.toString()));
            assertEquals(ID.toString(), kind.id().toString());
            assertEquals(Optional.empty(), kind.parse().apply("1"));
        }));
    }

    @ParameterizedTest @ValueSource(strings = {"0190A1B2-C3D4-7E5F-8A9B-0C1D2E3F4A5B", "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"})
    void case_does_not_matter(String text) {
        assertEquals(Optional.of(ID), Uuids.parse(text));
    }

    @ParameterizedTest @ValueSource(
            strings = {"", "x", "1-1-1-1-1", "0190a1b2c3d47e5f8a9b0c1d2e3f4a5b", "{0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b}",
                "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5", "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5g", "0190a1b2-c3d4-7e5f-8a9b0-c1d2e3f4a5b",
                "00190a1b2-c3d4-7e5f-8a9b-c1d2e3f4a5b", "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b ", "+190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b",
                "------------------------------------"})
    void nothing_but_the_canonical_form_names_anything(String text) {
        assertEquals(Optional.empty(), Uuids.parse(text));
    }

    private record Kind(String name, Function<String, Optional<?>> parse, Object id) {}
}
