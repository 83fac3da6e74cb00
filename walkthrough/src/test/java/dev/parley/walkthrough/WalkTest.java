package dev.parley.walkthrough;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody who has never seen the code does what the guide says. */
class WalkTest {

    private static final int LAST_STEP = 8;

    private static Path project;

    @BeforeAll
    static void somebody_follows_the_guide() throws IOException {
        project = walked("walk", LAST_STEP);
        Checkout.maven(project, "package").with(0);
    }

    private static Path walked(String name, int steps) throws IOException {
        Path folder = Checkout.emptied(name);
        Checkout.newProvider("sinch", "--standalone", folder.toString()).with(0);
        Checkout.walk(folder, steps).with(0);
        return folder;
    }

    @ParameterizedTest @ValueSource(ints = {2, 3, 4, 5})
    void after_each_step_it_compiles(int step) throws IOException {
        Contract.compile(walked("step-" + step, step));
    }

    @Test
    void it_takes_8_files_and_250_lines() throws IOException {
        try (Stream<Path> all = Files.walk(project)) {
            List<Path> files = all.filter(Files::isRegularFile).filter(file -> !file.startsWith(project.resolve("target"))).toList();
            assertTrue(files.size() <= 8, files::toString);
            long lines = 0;
            for (Path file : files.stream().filter(file -> file.startsWith(project.resolve("src"))).toList()) {
                lines += Files.readAllLines(file).stream().filter(line -> !line.isBlank()).count();
            }
            assertTrue(lines <= 250, lines + " lines");
        }
    }

    @ParameterizedTest @EnumSource
    void a_mistake_makes_the_contract_red_with_the_place_to_look_at(Fault fault) throws IOException {
        Path broken = Checkout.emptied("fault-" + fault.name().toLowerCase(Locale.ROOT));
        Checkout.copy(project.resolve("src"), broken.resolve("src"));
        fault.putInto(broken);
        shorten(broken.resolve("src/main/java/com/example/sinch/SinchSender.java"));
        Contract contract = Contract.of(broken);
        assertTrue(contract.red().stream().anyMatch(fault::isNamedBy), () -> String.join("\n", contract.red()));
    }

    /** The patience of a real sender is more than a test has. */
    private static void shorten(Path sender) throws IOException {
        Files.writeString(sender, Files.readString(sender).replace("get(10, TimeUnit.SECONDS)", "get(1, TimeUnit.SECONDS)"));
    }

    @Test
    void a_server_takes_the_plugin_and_stores_a_text_that_sinch_signed(@TempDir Path folder) throws Exception {
        Checkout.copy(project.resolve("target/plugin"), folder.resolve("plugins"));
        try (var parley = new Server(folder)) {
            JsonNode sinch = parley.find("/v1/providers", "name", "sinch");
            assertEquals(List.of("servicePlanId", "apiToken", "callbackSecret", "region"), sinch.path("settings").findValuesAsText("name"),
                    sinch::toString);

            JsonNode connection = parley.post("/v1/messaging-connections", """
                    {"provider":"sinch","name":"Main","settings":{"region":"eu"},
                     "credentials":{"servicePlanId":"plan","apiToken":"token","callbackSecret":"foo_secret1234"}}""");
            String agent =
                    parley.post("/v1/agents", "{\"name\":\"Quiet\",\"messagingConfig\":{\"inboundMode\":\"off\"}}").path("id").asText();
            parley.post("/v1/phone-numbers", """
                    {"e164":"+12025550142","messagingConnectionId":"%s","agentId":"%s"}"""
                    .formatted(connection.path("id").asText(), agent));

            String inbound = connection.at("/webhooks/inboundUrl").asText();
            String text = """
                    {"type":"mo_text","id":"01XXXXX21XXXXX119Z8P1XXXXX","from":"12025550117","to":"12025550142","body":"Größe? 👍🏽"}""";
            assertEquals(403, parley.callback(inbound, text, "guessed"));
            assertEquals(204, parley.callback(inbound, text, "foo_secret1234"));
            JsonNode stored = parley.find("/v1/messages?direction=inbound", "fromNumber", "+12025550117");
            assertEquals("Größe? 👍🏽", stored.path("body").asText(), stored::toString);
        }
    }
}
