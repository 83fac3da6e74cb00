package dev.parley.ports.in;

import dev.parley.ports.spi.SelfCheck.Finding;
import dev.parley.ports.spi.SelfCheck.Grade;
import java.time.Instant;
import java.util.List;

/**
 * How a connection was found to be. Immutable.
 *
 * @param findings what was looked at, in the order of {@link dev.parley.ports.spi.SelfCheck.Point}
 * @param checkedAt when
 */
public record ConnectionReport(List<Finding> findings, Instant checkedAt) {

    /** Copies the list. */
    public ConnectionReport {
        findings = List.copyOf(findings);
    }

    /** Whether nothing is wrong, as far as it can be told. */
    public boolean ok() {
        return findings.stream().noneMatch(finding -> finding.grade() == Grade.BAD);
    }
}
