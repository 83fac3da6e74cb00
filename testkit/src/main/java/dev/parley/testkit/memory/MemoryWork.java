package dev.parley.testkit.memory;

import dev.parley.ports.out.WorkQueue;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import dev.parley.ports.work.WorkKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

record MemoryWork(Memory memory) implements WorkQueue {

    @Override
    public Optional<Claim> claim(WorkKey key) {
        return memory.atomically(() -> memory.work.claim(key));
    }

    @Override
    public List<Claim> claimDue(WorkKind kind, int most) {
        return memory.atomically(() -> memory.work.claimDue(kind, most));
    }

    @Override
    public boolean renew(Claim claim) {
        return memory.atomically(() -> memory.work.renew(claim));
    }

    @Override
    public boolean fail(Claim claim, Duration delay) {
        return memory.atomically(() -> memory.work.fail(claim, delay));
    }

    @Override
    public boolean postpone(Claim claim, Duration delay) {
        return memory.atomically(() -> memory.work.postpone(claim, delay));
    }
}
