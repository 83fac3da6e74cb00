package dev.parley.simulator;

import dev.parley.ports.PhoneNumber;
import dev.parley.ports.Secret;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.out.SimulatedPhone;
import dev.parley.ports.out.StoreUnavailable;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * A phone that is not there: its texts reach us as signed webhooks of the simulated carrier, over HTTP like all others.
 * Thread-safe when its source of randomness is.
 */
public final class SimulatorPhone implements SimulatedPhone {

    private static final int ID_BYTES = 16;

    private final Supplier<URI> ourselves;
    private final RandomGenerator random;
    private final SignedPost carrier;

    /**
     * Makes a phone that texts this installation.
     *
     * @param ourselves where this installation listens, as seen from this machine; asked at each text, so that the port may be
     *                  known later than the phone
     * @param clock the time, for signatures
     * @param random for the names of texts; safe for use by many threads
     */
    public SimulatorPhone(Supplier<URI> ourselves, InstantSource clock, RandomGenerator random) {
        this.ourselves = ourselves;
        this.random = random;
        this.carrier = new SignedPost(clock, SignedPost.DEADLINE);
    }

    @Override
    public String provider() {
        return SimulatorProviderFactory.NAME;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException when the connection has no signing secret, as every one of the simulator has
     */
    @Override
    public String text(Connection connection, PhoneNumber from, PhoneNumber to, String body) {
        String id = newId();
        URI inbound = LocalAddress.of(ourselves.get(), "/webhooks/" + provider() + "/" + connection.id() + "/inbound");
        try {
            int status = carrier.post(inbound, SimulatorWebhook.text(id, from, to, body), secretOf(connection));
            if (status / 100 != 2) {
                throw new IOException("the webhook answered HTTP " + status);
            }
            return id;
        } catch (IOException e) {
            throw new StoreUnavailable("our own webhook did not take the simulated text", e);
        }
    }

    private String newId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return SimulatorWebhook.ID_PREFIX + HexFormat.of().formatHex(bytes);
    }

    private static Secret secretOf(Connection connection) {
        Secret secret = connection.credentials().get(SimulatorProviderFactory.SIGNING_SECRET);
        if (secret == null) {
            throw new IllegalArgumentException("the connection has no " + SimulatorProviderFactory.SIGNING_SECRET);
        }
        return secret;
    }
}
