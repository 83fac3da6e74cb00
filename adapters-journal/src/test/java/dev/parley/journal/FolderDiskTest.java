package dev.parley.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal on the disk of this machine. */
class FolderDiskTest {

    private static final long LIMIT = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void it_is_there_after_the_process_and_for_its_owner_alone() throws IOException {
        Path journal = folder.resolve("data").resolve("journal");
        try (FileJournal first = FileJournal.open(journal, LIMIT)) {
            assertTrue(first.append(List.of(Samples.text("SM1"))));
            try (Stream<Path> files = Files.list(journal)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".journal")).toList()) {
                    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
                }
            }
        }
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(journal)));
        try (FileJournal second = FileJournal.open(journal, LIMIT)) {
            assertEquals(List.of("SM1"), Samples.ids(second.entries(0, 10)));
        }
    }

    @Test
    void two_cannot_share_it() {
        try (FileJournal _ = FileJournal.open(folder, LIMIT)) {
            var refused = assertThrows(JournalRefused.class, () -> FileJournal.open(folder, LIMIT));
            assertEquals(JournalRefused.Why.IN_USE, refused.why());
        }
        FileJournal.open(folder, LIMIT).close();
    }

    @Test
    void a_folder_that_cannot_be_written_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        var refused = assertThrows(JournalRefused.class, () -> FileJournal.open(file.resolve("journal"), LIMIT));
        assertEquals(JournalRefused.Why.UNUSABLE, refused.why());
    }
}
