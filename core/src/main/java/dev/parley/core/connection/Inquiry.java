package dev.parley.core.connection;

import dev.parley.core.world.Culprit;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.out.Providers;
import dev.parley.ports.out.Tasks;
import dev.parley.ports.spi.ProviderDescription;
import dev.parley.ports.spi.SelfCheck;
import dev.parley.ports.spi.SelfCheck.Expected;
import dev.parley.ports.spi.SelfCheck.Finding;
import dev.parley.ports.spi.SelfCheck.Grade;
import dev.parley.ports.spi.SelfCheck.Point;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.Verdict;
import dev.parley.ports.spi.WebhookRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Asks a provider about its own account, and does not rely on its answering. Thread-safe. */
final class Inquiry {

    private static final Logger LOG = System.getLogger(Inquiry.class.getName());

    /** More than an adapter's own timeouts add up to. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Providers providers;
    private final Tasks tasks;

    Inquiry(Providers providers, Tasks tasks) {
        this.providers = providers;
        this.tasks = tasks;
    }

    /** What it says; everything is unknown when it says nothing in time. */
    List<Finding> ask(Connection connection, Expected expected) {
        var answer = new CompletableFuture<List<Finding>>();
        tasks.runAfter(
                PATIENCE,
                () -> answer.complete(unknown("The provider did not answer within " + PATIENCE.toSeconds() + " seconds; try again.")));
        tasks.run(() -> answer.complete(answer(connection, expected)));
        return answer.join();
    }

    private List<Finding> answer(Connection connection, Expected expected) {
        try {
            return findings(connection, expected);
        } catch (RuntimeException | LinkageError bugOfTheAdapter) {
            // Somebody else's code: what it throws says nothing about the connection.
            LOG.log(Level.ERROR, "provider {0} threw while checking a connection: {1}", connection.provider(), Culprit.of(bugOfTheAdapter));
            return unknown("The adapter of this provider failed; the log says more.");
        }
    }

    private List<Finding> findings(Connection connection, Expected expected) {
        SmsProvider provider;
        try {
            provider = providers.open(connection);
        } catch (IllegalArgumentException unusable) {
            return List.of(Finding.of(Point.CREDENTIALS, Grade.BAD, String.valueOf(unusable.getMessage())));
        }
        List<Finding> said = said(provider, connection, expected);
        if (said.stream().anyMatch(finding -> finding.point() == Point.SIGNING)) {
            return said;
        }
        var all = new ArrayList<>(said);
        all.add(signing(provider, expected));
        return all;
    }

    private List<Finding> said(SmsProvider provider, Connection connection, Expected expected) {
        if (provider instanceof SelfCheck able) {
            return List.copyOf(able.selfCheck(expected));
        }
        String title = providers.description(connection.provider()).map(ProviderDescription::title).orElse(connection.provider());
        String why = title + " cannot be asked about an account.";
        return unknown(why).stream().filter(finding -> finding.point() != Point.SIGNING).toList();
    }

    /** A request that proves nothing tells whether there is anything to check a proof with. */
    private static Finding signing(SmsProvider provider, Expected expected) {
        String url = expected.inboundUrls().getFirst().toString();
        return switch (provider.check(new WebhookRequest("POST", url, List.of(), new byte[0]))) {
            case Verdict.NotConfigured(var missing) -> Finding.of(
                    Point.SIGNING,
                    Grade.BAD,
                    "Every webhook is refused, since there is nothing to check its signature with: set " + missing + ".");
            case Verdict.Genuine _, Verdict.Forged _, Verdict.Undecided _ -> Finding.of(
                    Point.SIGNING,
                    Grade.UNKNOWN,
                    "Signatures are checked. Whether they match shows when the first webhook comes.");
        };
    }

    private static List<Finding> unknown(String why) {
        return Arrays.stream(Point.values()).map(point -> Finding.of(point, Grade.UNKNOWN, why)).toList();
    }
}
