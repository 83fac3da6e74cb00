package dev.parley.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must not be printed of a setting that is wrong. */
class SecrecyTest {

    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    @TempDir
    private Path folder;

    @Test
    void a_secret_is_never_printed() {
        assertEquals(
                "PARLEY_API_KEY=(hidden): a text of 16 to 128 printable ASCII characters is accepted",
                refusal(
                        Map
                                .of("PARLEY_API_KEY", "hunter2")));
        assertEquals(
                "PARLEY_ENCRYPTION_KEY=(hidden): the base64 of exactly 32 bytes is accepted",
                refusal(
                        Map
                                .of("PARLEY_ENCRYPTION_KEY", "hunter2")));
        Configuration all = Configuration.read(
                Map.of(
                        "PARLEY_API_KEY",
                        "canary-1-canary-1",
                        "PARLEY_ENCRYPTION_KEY",
                        KEY,
                        "PARLEY_MODEL_API_KEY",
                        "canary-2",
                        "PARLEY_DB_URL",
                        "jdbc:mysql://u:canary-3@db.example.com:3306/parley?password=canary-4",
                        "PARLEY_DB_PASSWORD",
                        "canary-5"),
                folder);
        assertFalse(all.toString().contains("canary"), all.toString());
        assertFalse(all.toString().contains(KEY), all.toString());
    }

    @Test
    void the_password_in_a_database_url_is_never_printed() {
        for (String url : List.of(
                "jdbc:oracle://u:hunter2@db/x",
                "jdbc:oracle://db/x?user=u&password=hunter2",
                "jdbc:oracle:x;PASSWORD=hunter2",
                "jdbc:oracle://u:hun@ter2@db/x",
                "jdbc:oracle://(host=db,password=hunter2)/x")) {
            String line = refusal(Map.of("PARLEY_DB_URL", url));
            assertTrue(line.startsWith("PARLEY_DB_URL=jdbc:oracle:"), line);
            assertFalse(line.contains("ter2"), line);
        }
    }

    @Test
    void the_password_in_a_web_address_is_never_printed() {
        String line = refusal(Map.of("PARLEY_TWILIO_BASE_URL", "http://me:hun@ter2@api.example.com/v1?token=hunter2"));
        assertTrue(line.startsWith("PARLEY_TWILIO_BASE_URL=…@api.example.com/v1…: "), line);
    }

    private String refusal(Map<String, String> environment) {
        return assertThrows(WrongSetting.class, () -> Configuration.read(environment, folder)).line();
    }
}
