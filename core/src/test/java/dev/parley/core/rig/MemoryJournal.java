package dev.parley.core.rig;

import dev.parley.ports.out.IntakeJournal;
import java.util.ArrayList;
import java.util.List;

/** A journal that outlives what tests do to core. */
public final class MemoryJournal implements IntakeJournal {

    public final List<Kept> aside = new ArrayList<>();
    private final List<Kept> kept = new ArrayList<>();
    private long last;
    private boolean isFull;
    private Runnable onceAppended = () -> {};

    public void setFull(boolean full) {
        isFull = full;
    }

    /** What happens before anybody hears that something was appended. */
    public void onceAppended(Runnable meanwhile) {
        onceAppended = meanwhile;
    }

    @Override
    public boolean append(List<Entry> entries) {
        boolean isKept = keep(entries);
        onceAppended.run();
        return isKept;
    }

    private synchronized boolean keep(List<Entry> entries) {
        if (!isFull) {
            entries.forEach(entry -> kept.add(new Kept(++last, entry)));
        }
        return !isFull;
    }

    @Override
    public synchronized List<Kept> entries(long after, int most) {
        return kept.stream().filter(k -> k.ordinal() > after).limit(most).toList();
    }

    @Override
    public synchronized void forget(long upTo) {
        kept.removeIf(k -> k.ordinal() <= upTo);
    }

    @Override
    public synchronized void setAside(Kept entry) {
        aside.add(entry);
    }

    @Override
    public synchronized long size() {
        return kept.size();
    }

    @Override
    public boolean hasRoom() {
        return !isFull;
    }
}
