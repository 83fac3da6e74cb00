package dev.parley.core.world;

import dev.parley.ports.out.IntakeJournal;
import java.util.List;

/** A journal that has no room. Immutable. */
record NoJournal() implements IntakeJournal {

    @Override
    public boolean append(List<Entry> entries) {
        return false;
    }

    @Override
    public List<Kept> entries(long after, int most) {
        return List.of();
    }

    @Override
    public void forget(long upTo) {}

    @Override
    public void setAside(Kept entry) {}

    @Override
    public long size() {
        return 0;
    }

    @Override
    public boolean hasRoom() {
        return false;
    }
}
