package dev.parley.core.simulation;

import java.util.function.Supplier;

/** Mistakes that somebody could make. Each must be found by what others, who know nothing of it, wrote into their books. */
enum PlantedBug {
    /** Whoever lost a lease goes on writing. */
    NO_EPOCH_CHECK,
    /** Every copy of a webhook is a text of its own. */
    NO_UNIQUE_KEY,
    /** A process knows only the copies that came to itself. */
    DEDUP_IN_MEMORY,
    /** A carrier is told that a text is safe whatever the database said. */
    ACKNOWLEDGED_WITHOUT_COMMIT,
    /** The parts of a text are forgotten before it is stored as a whole. */
    PARTS_FORGOTTEN_EARLY,
    /** A STOP that comes while a model thinks is overlooked. */
    STOP_SEEN_ONLY_AT_FIRST,
    /** A lane is given back without a look at what came in meanwhile. */
    LOST_WAKE_UP,
    /** What is held by the dead stays held. */
    LEASE_NEVER_ENDS,
    /** A model is shown what was said to another business. */
    NO_ORGANIZATION_FILTER,
    /** A send that was found under way is sent once more. */
    SENT_AGAIN_AFTER_A_CRASH,
    /** A provider's client tries again by itself. */
    RETRY_INSIDE_THE_CLIENT,
    /** The last report wins, however late it is. */
    NO_RANK_CHECK,
    /** A report that comes before its text is known is dropped. */
    EARLY_REPORTS_DROPPED,
    /** Each try of a delivery has a name of its own. */
    NEW_NAME_FOR_EACH_TRY,
    /** A delivery counts as made before it is. */
    DELIVERED_BEFORE_POSTED;

    /** Programs with that mistake, for one simulation. */
    Supplier<Tamper> programs() {
        return switch (this) {
            case NO_EPOCH_CHECK -> shared(new LaneMistakes.StaleClaims());
            case NO_UNIQUE_KEY -> shared(IntakeMistakes::noKey);
            case DEDUP_IN_MEMORY -> IntakeMistakes.DedupInMemory::new;
            case ACKNOWLEDGED_WITHOUT_COMMIT -> shared(IntakeMistakes::hope);
            case PARTS_FORGOTTEN_EARLY -> shared(IntakeMistakes::forgetParts);
            case STOP_SEEN_ONLY_AT_FIRST -> shared(LaneMistakes::ignoreStop);
            case LOST_WAKE_UP -> shared(LaneMistakes::releaseBlindly);
            case LEASE_NEVER_ENDS -> shared(new LaneMistakes.EternalLease());
            case NO_ORGANIZATION_FILTER -> shared(new LaneMistakes.MixedHistory());
            case SENT_AGAIN_AFTER_A_CRASH -> shared(SendMistakes::sendAgain);
            case RETRY_INSIDE_THE_CLIENT -> shared(SendMistakes::tryAgain);
            case NO_RANK_CHECK -> shared(new SendMistakes.LastReportWins());
            case EARLY_REPORTS_DROPPED -> shared(SendMistakes::dropEarlyReports);
            case NEW_NAME_FOR_EACH_TRY -> shared(DeliveryMistakes::rename);
            case DELIVERED_BEFORE_POSTED -> shared(DeliveryMistakes::countEarly);
        };
    }

    /** One mistake that the processes of a simulation have in common, as one in a database is. */
    private static Supplier<Tamper> shared(Tamper mistake) {
        return () -> mistake;
    }
}
