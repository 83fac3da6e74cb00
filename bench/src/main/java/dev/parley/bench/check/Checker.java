package dev.parley.bench.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that has to hold. */
public final class Checker {

    private static final List<Invariant> ALL = List.of(
            new AcknowledgedIsStored(),
            new StoredOnce(),
            new StoredWasOffered(),
            new NoTextIsSilent(),
            new SentOnce(),
            new RepliesInOrder(),
            new NothingAfterStop(),
            new RanksNeverFall(),
            new OrganizationsAreApart(),
            new NothingIsOwed(),
            new EventsArrive(),
            new LogsAreClean(),
            new OneAnswerForAKey(),
            new BillsAddUp());

    private Checker() {}

    /**
     * What a look at the evidence came to.
     *
     * @param sentence what has to hold
     * @param violations where it does not
     */
    public record Finding(String sentence, List<String> violations) {

        /** Whether it holds. */
        public boolean isGood() {
            return violations.isEmpty();
        }
    }

    /** Looks at everything: a finding for each invariant, I1 to I14. */
    public static Map<String, Finding> check(Evidence evidence) {
        var findings = new LinkedHashMap<String, Finding>();
        for (int i = 0; i < ALL.size(); i++) {
            Invariant one = ALL.get(i);
            findings.put("I" + (i + 1), new Finding(one.sentence(), one.violations(evidence).sorted().toList()));
        }
        return findings;
    }
}
