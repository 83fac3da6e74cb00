package dev.parley.bench.chaos;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What can be pulled, and how often it is. */
public enum Plug {
    /** A node is killed, and started again after a while. */
    KILL_NODE(6, Thing.NODE),
    /** A node is told to end, and started again: a rolling restart. */
    RESTART_NODE(2, Thing.NODE),
    /** A node is frozen for longer than its leases hold. */
    FREEZE_NODE(1, Thing.NODE),
    /** MariaDB is killed and started again at once. */
    KILL_DATABASE(3, Thing.DATABASE),
    /** MariaDB is killed and stays away for a while. */
    STOP_DATABASE(2, Thing.DATABASE),
    /** MariaDB hangs. */
    FREEZE_DATABASE(1, Thing.DATABASE),
    /** All connections to MariaDB are reset. */
    RESET_DATABASE(2, Thing.DATABASE_NETWORK),
    /** Every piece to and from MariaDB takes long and is cut. */
    SLOW_DATABASE(1, Thing.DATABASE_NETWORK),
    /** Nothing gets through to MariaDB. */
    CUT_DATABASE(1, Thing.DATABASE_NETWORK),
    /** Connections to providers are refused. */
    REFUSE_PROVIDERS(2, Thing.PROVIDER_NETWORK),
    /** Connections to providers are reset. */
    RESET_PROVIDERS(2, Thing.PROVIDER_NETWORK),
    /** Nothing gets through to providers. */
    CUT_PROVIDERS(1, Thing.PROVIDER_NETWORK),
    /** Providers lose answers, throttle and drop. */
    CONFUSE_PROVIDERS(4, Thing.PROVIDERS),
    /** Models are slow, throttle, fail and talk nonsense. */
    CONFUSE_MODEL(3, Thing.MODEL),
    /** The businesses' servers fail. */
    CONFUSE_SINK(2, Thing.SINK),
    /** The disk of the first node is full. */
    FILL_DISK(2, Thing.DISK);

    /** What a plug belongs to. */
    enum Thing {
        DISK, NODE, DATABASE, DATABASE_NETWORK, PROVIDERS, PROVIDER_NETWORK, MODEL, SINK
    }

    private final int weight;
    private final Thing thing;

    Plug(int weight, Thing thing) {
        this.weight = weight;
        this.thing = thing;
    }

    /** By its word on the command line. */
    static Plug named(String word) {
        return Arrays.stream(values())
                .filter(plug -> plug.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "known plugs: " + Arrays.stream(values()).map(Plug::word).collect(Collectors.joining(", "))));
    }

    /** Its word on the command line. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    int weight() {
        return weight;
    }

    Thing thing() {
        return thing;
    }

    boolean concernsMariaDb() {
        return thing == Thing.DATABASE || thing == Thing.DATABASE_NETWORK;
    }
}
