package dev.parley.app;

import dev.parley.ports.out.WorkQueue;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import dev.parley.ports.work.WorkKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Work that tells somebody what it does to whoever does it.
 *
 * @param work the work
 * @param told who is told of which kind it was and what came of it
 */
record CountedWork(WorkQueue work, BiConsumer<WorkKind, String> told) implements WorkQueue {

    @Override
    public Optional<Claim> claim(WorkKey key) {
        Optional<Claim> claim = work.claim(key);
        claim.ifPresent(this::look);
        return claim;
    }

    @Override
    public List<Claim> claimDue(WorkKind kind, int most) {
        List<Claim> claims = work.claimDue(kind, most);
        claims.forEach(this::look);
        return claims;
    }

    @Override
    public boolean renew(Claim claim) {
        return work.renew(claim);
    }

    @Override
    public boolean fail(Claim claim, Duration delay) {
        told.accept(claim.key().kind(), "failed");
        return work.fail(claim, delay);
    }

    @Override
    public boolean postpone(Claim claim, Duration delay) {
        return work.postpone(claim, delay);
    }

    private void look(Claim claim) {
        if (claim.isPoison()) {
            told.accept(claim.key().kind(), "given_up");
        }
    }
}
