package dev.parley.app;

import dev.parley.app.config.Configuration;
import dev.parley.app.config.WrongSetting;
import dev.parley.ports.Secret;
import dev.parley.ports.in.PrepareInstallation.OperatorKey;
import io.helidon.logging.common.LogConfig;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** Starts the server. Exits with 2 when it is configured wrongly, and with 1 when it cannot start for another reason. */
public final class Main {

    private static final Logger LOG = System.getLogger(Main.class.getName());
    private static final int WRONG = 2;
    private static final int FAILED = 1;

    private Main() {}

    /** Takes no arguments: the environment and {@code application.yaml} say everything. */
    public static void main(String[] arguments) {
        LogConfig.configureRuntime();
        try {
            if (arguments.length > 0) {
                throw new WrongSetting(arguments[0] + ": the server takes no arguments");
            }
            run(Configuration.read(System.getenv(), Path.of("")));
        } catch (WrongSetting wrong) {
            exit(WRONG, wrong.line());
        } catch (CannotStart no) {
            exit(FAILED, no.line());
        } catch (RuntimeException fault) {
            // Whatever it is, half a server must not go on running.
            LOG.log(Level.ERROR, "the start failed", fault);
            exit(FAILED, "the start failed; the log says more");
        }
    }

    private static void run(Configuration configuration) {
        System.out.println("Parley " + Version.TEXT);
        Address address = Address.of(configuration.server());
        Node node = Wiring.wire(configuration, address);
        io.helidon.Main.addShutdownHandler(() -> stop(node, configuration.server().drain()));
        OperatorKey key = configuration.apiKey().<OperatorKey>map(OperatorKey.Configured::new).orElseGet(OperatorKey.Generated::new);
        node.start(key, Main::show);
        System.out.println("  Carriers " + String.join(", ", node.providers()));
        greet(address.url(), address.publicUrl());
    }

    private static void show(Secret newKey) {
        System.out.println("  API key  " + newKey.reveal());
        System.out.println("           of organization default; shown only this once, so keep it");
    }

    private static void greet(URI local, URI shown) {
        System.out.println("  API      " + shown + "/v1, described at " + shown + "/openapi");
        System.out.println("  Console  " + shown + LandingPage.PATH + " (so far only a page that says what there is)");
        System.out.println("Parley is ready on " + local);
    }

    private static void stop(Node node, Duration patience) {
        System.out.println("Parley is stopping");
        boolean isDone = node.stop(patience);
        System.out.println(isDone ? "Parley has stopped" : "Parley has stopped; what was not finished is taken up by the next start");
    }

    private static void exit(int status, String line) {
        System.err.println("parley: " + line);
        System.exit(status);
    }
}
