package dev.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.app.config.Configuration;
import dev.parley.app.config.WrongSetting;
import dev.parley.persistence.Persistence;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageTest {

    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final String OTHER_KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWE=";

    @TempDir
    private Path folder;

    @Test
    void nothing_is_needed_but_a_folder() {
        try (Persistence store = open(Map.of())) {
            assertTrue(store.isHealthy());
        }
        assertTrue(Files.isRegularFile(folder.resolve("encryption.key")));
    }

    @Test
    void a_folder_that_cannot_be_written_is_told_in_one_line() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        var wrong = assertThrows(WrongSetting.class, () -> open(Map.of("PARLEY_DATA_DIR", file.toString())));
        String line = "PARLEY_DATA_DIR=" + file + ": a folder that can be written is accepted; ";
        assertTrue(wrong.line().startsWith(line), wrong.line());
    }

    @Test
    void a_folder_that_is_made_is_for_its_owner_alone() throws IOException {
        Path made = folder.resolve("data");
        open(Map.of("PARLEY_DATA_DIR", made.toString())).close();
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(made)));
    }

    @Test
    void a_database_server_needs_an_encryption_key() {
        var wrong = assertThrows(WrongSetting.class, () -> open(Map.of("PARLEY_DB_URL", "jdbc:mysql://127.0.0.1:1/parley")));
        assertTrue(wrong.line().startsWith("PARLEY_ENCRYPTION_KEY: "), wrong.line());
        assertTrue(wrong.line().contains("base64 of 32 bytes"), wrong.line());
    }

    @Test
    void the_encryption_key_must_be_the_one_of_the_first_start() {
        open(Map.of("PARLEY_ENCRYPTION_KEY", KEY)).close();
        open(Map.of("PARLEY_ENCRYPTION_KEY", KEY)).close();
        var wrong = assertThrows(WrongSetting.class, () -> open(Map.of("PARLEY_ENCRYPTION_KEY", OTHER_KEY)));
        assertTrue(wrong.line().startsWith("PARLEY_ENCRYPTION_KEY: "), wrong.line());
        assertFalse(wrong.line().contains(OTHER_KEY), wrong.line());
    }

    @Test
    void a_database_that_is_away_is_told_without_its_password() throws IOException {
        Files.writeString(folder.resolve("application.yaml"), "db.wait: PT1S");
        var environment = Map.of(
                "PARLEY_DB_URL",
                "jdbc:mysql://u:hunter2@127.0.0.1:" + closedPort() + "/parley?password=hunter2",
                "PARLEY_ENCRYPTION_KEY",
                KEY,
                "PARLEY_DB_PASSWORD",
                "hunter2");
        long begun = System.nanoTime();
        var no = assertThrows(CannotStart.class, () -> open(environment));
        assertTrue(System.nanoTime() - begun >= 1_000_000_000L);
        assertTrue(no.line().startsWith("cannot use the database jdbc:mysql://127.0.0.1:"), no.line());
        assertFalse(no.line().contains("hunter2"), no.line());
        assertEquals(1, no.line().lines().count());
    }

    @Test
    void a_wrong_password_is_told_at_once_and_not_printed() {
        String url = "jdbc:h2:file:" + folder.resolve("own");
        open(Map.of("PARLEY_DB_URL", url, "PARLEY_DB_USER", "anna", "PARLEY_DB_PASSWORD", "right")).close();
        var environment = Map.of("PARLEY_DB_URL", url, "PARLEY_DB_USER", "anna", "PARLEY_DB_PASSWORD", "hunter2");
        var wrong = assertThrows(WrongSetting.class, () -> open(environment));
        assertTrue(wrong.line().startsWith("PARLEY_DB_USER and PARLEY_DB_PASSWORD for " + url + ": "), wrong.line());
        assertFalse(wrong.line().contains("hunter2"), wrong.line());
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private Persistence open(Map<String, String> environment) {
        var all = new HashMap<>(environment);
        all.putIfAbsent("PARLEY_DATA_DIR", folder.toString());
        return Storage.open(Configuration.read(all, folder), new SecureRandom());
    }
}
