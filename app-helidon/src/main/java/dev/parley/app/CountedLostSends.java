package dev.parley.app;

import dev.parley.ports.out.Adoption;
import dev.parley.ports.out.LostSend;
import dev.parley.ports.out.LostSends;
import dev.parley.ports.out.SendFate;
import dev.parley.ports.out.StatusReport;
import dev.parley.ports.work.Claim;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Searches for texts, counted by how they ended.
 *
 * @param lostSends what is counted
 * @param end takes the end of a search: {@code found}, {@code given_up} or {@code sent_again}
 */
record CountedLostSends(LostSends lostSends, Consumer<String> end) implements LostSends {

    @Override
    public Optional<LostSend> find(Claim claim) {
        return lostSends.find(claim);
    }

    @Override
    public Adoption adopt(Claim claim, List<StatusReport> texts) {
        Adoption adoption = lostSends.adopt(claim, texts);
        if (adoption == Adoption.ADOPTED) {
            end.accept("found");
        }
        return adoption;
    }

    @Override
    public boolean missed(Claim claim, Duration nextLook) {
        return lostSends.missed(claim, nextLook);
    }

    @Override
    public boolean giveUp(Claim claim) {
        return counted(lostSends.giveUp(claim), "given_up");
    }

    @Override
    public boolean beginAgain(Claim claim) {
        return counted(lostSends.beginAgain(claim), "sent_again");
    }

    @Override
    public boolean finishAgain(Claim claim, SendFate fate, Duration nextLook) {
        return lostSends.finishAgain(claim, fate, nextLook);
    }

    private boolean counted(boolean is, String how) {
        if (is) {
            end.accept(how);
        }
        return is;
    }
}
