package dev.parley.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.journal.Frames.Frame;
import dev.parley.ports.out.IntakeJournal.Kept;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A journal on a disk that loses power, runs full and fails. */
class FileJournalTest {

    private static final long LIMIT = 64 << 20;

    private final MemoryDisk disk = new MemoryDisk();

    @Test
    void what_was_appended_outlives_the_loss_of_power() throws IOException {
        FileJournal journal = FileJournal.on(disk, LIMIT);
        assertTrue(journal.append(List.of(Samples.text("SM1"), Samples.text("SM2"))));
        assertTrue(journal.append(List.of(Samples.text("SM3"))));
        FileJournal again = FileJournal.on(disk.afterPowerLoss(), LIMIT);
        assertEquals(List.of("SM1", "SM2", "SM3"), Samples.ids(again.entries(0, 10)));
        assertEquals(3, again.size());
    }

    @Test
    void entries_come_in_their_order_and_in_portions() throws IOException {
        FileJournal journal = FileJournal.on(disk, LIMIT);
        append(journal, 1, 5);
        List<Kept> first = journal.entries(0, 2);
        assertEquals(List.of("SM1", "SM2"), Samples.ids(first));
        assertEquals(List.of("SM3", "SM4", "SM5"), Samples.ids(journal.entries(first.getLast().ordinal(), 10)));
    }

    @Test
    void what_was_forgotten_does_not_come_again_and_leaves_nothing_behind() throws IOException {
        FileJournal journal = FileJournal.on(disk, LIMIT);
        append(journal, 1, 5);
        List<Kept> all = journal.entries(0, 10);
        journal.forget(all.get(2).ordinal());
        assertEquals(2, journal.size());
        assertEquals(List.of("SM4", "SM5"), Samples.ids(journal.entries(all.get(2).ordinal(), 10)));
        journal.forget(all.getLast().ordinal());
        assertEquals(0, journal.size());
        assertEquals(List.of(), disk.afterPowerLoss().names());
        append(journal, 6, 6);
        assertTrue(journal.entries(0, 10).getFirst().ordinal() > all.getLast().ordinal());
    }

    @Test
    void a_kill_in_the_middle_of_an_entry_loses_no_other() throws IOException {
        append(FileJournal.on(disk, LIMIT), 1, 3);
        String name = disk.names().getFirst();
        byte[] whole = disk.read(name);
        for (int length = 0; length <= whole.length; length++) {
            var cut = new MemoryDisk();
            cut.put(name, Arrays.copyOf(whole, length));
            FileJournal journal = FileJournal.on(cut, LIMIT);
            int complete = length * 3 / whole.length;
            assertEquals(List.of("SM1", "SM2", "SM3").subList(0, complete), Samples.ids(journal.entries(0, 10)));
            assertTrue(cut.names().stream().noneMatch(n -> n.startsWith("aside")), "nothing is kept apart at " + length);
            append(journal, 9, 9);
            assertEquals("SM9", Samples.ids(journal.entries(0, 10)).getLast());
        }
    }

    @Test
    void what_is_damaged_in_the_middle_is_kept_apart_and_the_rest_goes_on() throws IOException {
        append(FileJournal.on(disk, LIMIT), 1, 3);
        String name = disk.names().getFirst();
        byte[] whole = disk.read(name);
        for (int at = whole.length / 3; at < whole.length * 2 / 3; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x10;
            var worn = new MemoryDisk();
            worn.put(name, damaged);
            FileJournal journal = FileJournal.on(worn, LIMIT);
            assertEquals(List.of("SM1", "SM3"), Samples.ids(journal.entries(0, 10)), "byte " + at);
            byte[] apart = worn.read(worn.names().stream().filter(n -> n.startsWith("aside-damaged")).findFirst().orElseThrow());
            assertEquals(whole.length / 3, apart.length);
        }
    }

    @Test
    void an_entry_of_a_version_to_come_is_kept_apart() throws IOException {
        byte[] unknown = new Fields().with(Fields.Tag.KIND, "telegram").bytes();
        disk.put(Shelf.name(1), new Frame(1, unknown).bytes());
        FileJournal journal = FileJournal.on(disk, LIMIT);
        assertEquals(List.of(), journal.entries(0, 10));
        assertEquals(0, journal.size());
        assertEquals(List.of(Shelf.asideName(1)), disk.afterPowerLoss().names());
        append(journal, 1, 1);
        assertTrue(journal.entries(0, 10).getFirst().ordinal() > 1);
    }

    @Test
    void what_is_set_aside_stays_when_all_else_is_forgotten() throws IOException {
        FileJournal journal = FileJournal.on(disk, LIMIT);
        append(journal, 1, 1);
        Kept poison = journal.entries(0, 1).getFirst();
        journal.setAside(poison);
        journal.forget(poison.ordinal());
        MemoryDisk left = disk.afterPowerLoss();
        Frame apart = Frames.scan(left.read(Shelf.asideName(poison.ordinal()))).frames().getFirst();
        assertEquals(poison.entry(), EntryCodec.read(apart.payload()));
        assertEquals(List.of(), FileJournal.on(left, LIMIT).entries(0, 10));
    }

    @Test
    void nothing_is_taken_beyond_the_limit_until_something_is_forgotten() throws IOException {
        FileJournal journal = FileJournal.on(disk, 1_000);
        int taken = 0;
        while (journal.append(List.of(Samples.text("SM1")))) {
            taken++;
        }
        assertTrue(taken > 2 && taken < 10, "taken: " + taken);
        assertFalse(journal.hasRoom());
        journal.forget(journal.entries(0, 100).getLast().ordinal());
        assertTrue(journal.append(List.of(Samples.text("SM2"))));
    }

    @Test
    void a_full_disk_costs_nothing_that_was_taken_and_is_taken_again_when_it_has_room() throws IOException {
        FileJournal journal = FileJournal.on(disk, LIMIT);
        append(journal, 1, 1);
        disk.leaveRoom(50);
        assertFalse(journal.append(List.of(Samples.text("SM2"))));
        assertFalse(journal.hasRoom());
        disk.leaveRoom(100_000);
        append(journal, 3, 3);
        assertTrue(journal.hasRoom());
        assertEquals(List.of("SM1", "SM3"), Samples.ids(journal.entries(0, 10)));
        assertEquals(List.of("SM1", "SM3"), Samples.ids(FileJournal.on(disk.afterPowerLoss(), LIMIT).entries(0, 10)));
    }

    @Test
    void what_cannot_be_forced_is_not_taken_and_nothing_is_written_behind_it() throws IOException {
        FileJournal journal = FileJournal.on(disk, LIMIT);
        append(journal, 1, 1);
        disk.breakForce(true);
        assertFalse(journal.append(List.of(Samples.text("SM2"))));
        assertFalse(journal.append(List.of(Samples.text("SM3"))));
        disk.breakForce(false);
        append(journal, 4, 4);
        List<String> left = Samples.ids(FileJournal.on(disk.afterPowerLoss(), LIMIT).entries(0, 10));
        assertTrue(left.containsAll(List.of("SM1", "SM4")), left::toString);
    }

    @Test
    void files_that_grow_are_followed_by_others() throws IOException {
        FileJournal journal = FileJournal.on(disk, LIMIT);
        int count = 3 * FileJournal.SEGMENT_BYTES / 250;
        append(journal, 1, count);
        assertTrue(disk.names().size() >= 3, () -> disk.names().toString());
        List<Kept> all = journal.entries(0, count + 1);
        assertEquals(IntStream.rangeClosed(1, count).mapToObj(i -> "SM" + i).toList(), Samples.ids(all));
        journal.forget(all.get(count / 2).ordinal());
        List<Kept> left = FileJournal.on(disk.afterPowerLoss(), LIMIT).entries(0, count);
        assertTrue(left.size() < count, "a whole file is gone");
        assertEquals("SM" + count, Samples.ids(left).getLast());
    }

    @Test
    void those_who_append_at_once_are_all_safe_and_share_what_it_costs() throws Exception {
        FileJournal journal = FileJournal.on(disk, LIMIT);
        int before = disk.forces();
        int writers = 200;
        Queue<String> refused = new ConcurrentLinkedQueue<>();
        var done = new CountDownLatch(writers);
        IntStream.range(0, writers).forEach(i -> Thread.ofVirtual().start(() -> {
            if (!journal.append(List.of(Samples.text("SM" + i)))) {
                refused.add("SM" + i);
            }
            done.countDown();
        }));
        done.await();
        assertEquals(List.of(), List.copyOf(refused));
        assertEquals(writers, FileJournal.on(disk.afterPowerLoss(), LIMIT).entries(0, writers + 1).size());
        assertTrue(disk.forces() - before <= writers, "never more than one each");
    }

    @Test
    void a_disk_that_cannot_be_written_is_found_out_at_the_start() {
        disk.leaveRoom(0);
        assertThrows(IOException.class, () -> FileJournal.on(disk, LIMIT));
    }

    private static void append(FileJournal journal, int first, int last) {
        IntStream.rangeClosed(first, last).forEach(i -> assertTrue(journal.append(List.of(Samples.text("SM" + i)))));
    }
}
