package dev.parley.ports.out;

import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Texts of ours of which nobody knows whether they went. {@link Outbox} makes the work of finding out, of kind
 * {@link WorkKind#RESOLVE}, in the transaction that stores {@code unknown}; a report about the text, or an answer that is stored
 * after all, ends it. Each step is one transaction. Thread-safe.
 */
public interface LostSends {

    /** After what time a text is looked for, from the moment at which it became {@code unknown}. */
    Duration FIRST_LOOK = Duration.ofSeconds(10);

    /** The code of a {@link dev.parley.ports.message.Failure} that stays on a text however far it gets: it may have gone twice. */
    String MAY_HAVE_GONE_TWICE = "maybe_sent_twice";

    /**
     * Reads what is to be looked for.
     *
     * @return empty when the claim no longer holds, or the fate of the text is known meanwhile: then the work ends
     */
    Optional<LostSend> find(Claim claim);

    /**
     * Takes the first of these texts that is no other message's for the searched one, and stores its name and what it says. Of
     * several messages of the same words that are searched for, the first that was handed over gets the first text.
     *
     * @param texts what the provider has, in the order in which it took them
     */
    Adoption adopt(Claim claim, List<StatusReport> texts);

    /**
     * Notes that it was looked for in vain, and looks again in that time.
     *
     * @return false when the claim no longer holds
     */
    boolean missed(Claim claim, Duration nextLook);

    /**
     * Ends the search: the text stays {@code unknown}.
     *
     * @return false when the claim no longer holds
     */
    boolean giveUp(Claim claim);

    /**
     * Notes that it is now handed over once more, which is done once at most: whoever dies over it leaves a text that is still
     * searched for and never handed over again.
     *
     * @return whether it is ours to hand over: not when its fate is known meanwhile, the contact has opted out, it was handed over
     *         again before, or the claim no longer holds
     */
    boolean beginAgain(Claim claim);

    /**
     * Stores what handing it over once more came to. {@link SendFate.Sent} raises the status and leaves word that it may have gone
     * twice; {@link SendFate.Later} says that it surely was not handed over again, and is tried in that time;
     * {@link SendFate.Unknown} is searched for on; {@link SendFate.Failed} says nothing about the first time, so that the text stays
     * {@code unknown} and is searched for on.
     *
     * @param nextLook in what time a text that is still {@code unknown} is looked for
     * @return false when the claim no longer holds; that the provider took it is stored all the same
     */
    boolean finishAgain(Claim claim, SendFate fate, Duration nextLook);
}
