package dev.parley.bench.chaos;

import dev.parley.bench.chaos.Plan.Step;
import dev.parley.bench.chaos.TcpProxy.Toxic;
import dev.parley.bench.ledger.Ledger;
import dev.parley.bench.ledger.What;
import dev.parley.bench.standin.ModelFault;
import dev.parley.bench.standin.SendFault;
import dev.parley.bench.standin.SinkFault;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Pulls plugs and puts them back; of one thing, one after the other. Thread-safe. */
final class Puller {

    private static final Map<SendFault, Double> CONFUSED_PROVIDER = Map.of(
            SendFault.TAKEN_AND_SILENT, 0.05,
            SendFault.TAKEN_AND_BROKEN, 0.05,
            SendFault.TAKEN_AND_LATE, 0.03,
            SendFault.DROPPED, 0.05,
            SendFault.THROTTLED, 0.10);
    private static final Map<ModelFault, Double> CONFUSED_MODEL = Map.of(
            ModelFault.SLOW, 0.30,
            ModelFault.THROTTLED, 0.15,
            ModelFault.BROKEN, 0.10,
            ModelFault.RESET, 0.10,
            ModelFault.HANGING, 0.02,
            ModelFault.GARBAGE, 0.05);
    private static final Map<SinkFault, Double> CONFUSED_SINK =
            Map.of(SinkFault.SLOW, 0.2, SinkFault.BROKEN, 0.2, SinkFault.RESET, 0.2);
    private static final Toxic SLOW = new Toxic(5, 200, false);

    private final Ledger ledger;
    private final Machines machines;
    private final Map<String, ReentrantLock> things = new ConcurrentHashMap<>();

    Puller(Ledger ledger, Machines machines) {
        this.ledger = ledger;
        this.machines = machines;
    }

    /** Pulls, waits, puts back. */
    void pull(Step step) throws InterruptedException {
        ReentrantLock thing = things.computeIfAbsent(step.plug().thing() + " " + step.node(), _ -> new ReentrantLock());
        thing.lockInterruptibly();
        try {
            ledger.note(What.PULLED, "step", step.toString());
            out(step);
            Thread.sleep(step.length());
        } finally {
            in(step);
            thing.unlock();
        }
    }

    private void out(Step step) throws InterruptedException {
        switch (step.plug()) {
            case KILL_NODE -> node(step).process().kill();
            case RESTART_NODE -> node(step).end();
            case FREEZE_NODE -> node(step).process().freeze();
            case KILL_DATABASE, STOP_DATABASE -> database().kill();
            case FREEZE_DATABASE -> database().freeze();
            case RESET_DATABASE -> network().reset();
            case SLOW_DATABASE -> network().set(SLOW);
            case CUT_DATABASE -> network().set(Toxic.BLACK_HOLE);
            case REFUSE_PROVIDERS -> machines.providers().forEach(network -> network.setRefusing(true));
            case RESET_PROVIDERS -> machines.providers().forEach(TcpProxy::reset);
            case CUT_PROVIDERS -> machines.providers().forEach(network -> network.set(Toxic.BLACK_HOLE));
            case CONFUSE_PROVIDERS -> machines.standIns().sends().mood().set(CONFUSED_PROVIDER);
            case CONFUSE_MODEL -> machines.standIns().model().mood().set(CONFUSED_MODEL);
            case CONFUSE_SINK -> machines.standIns().sink().mood().set(CONFUSED_SINK);
            case FILL_DISK -> machines.disk().ifPresent(SmallDisk::fill);
        }
    }

    private void in(Step step) throws InterruptedException {
        switch (step.plug()) {
            case KILL_NODE, RESTART_NODE -> node(step).process().revive();
            case FREEZE_NODE -> node(step).process().thaw();
            case KILL_DATABASE, STOP_DATABASE -> database().revive();
            case FREEZE_DATABASE -> database().thaw();
            case RESET_DATABASE, SLOW_DATABASE, CUT_DATABASE -> network().set(Toxic.NONE);
            case REFUSE_PROVIDERS, RESET_PROVIDERS, CUT_PROVIDERS -> machines.providers().forEach(Puller::mend);
            case CONFUSE_PROVIDERS -> machines.standIns().sends().mood().set(Map.of());
            case CONFUSE_MODEL -> machines.standIns().model().mood().set(Map.of());
            case CONFUSE_SINK -> machines.standIns().sink().mood().set(Map.of());
            case FILL_DISK -> machines.disk().ifPresent(SmallDisk::clear);
        }
    }

    private static void mend(TcpProxy network) {
        network.setRefusing(false);
        network.set(Toxic.NONE);
    }

    private Node node(Step step) {
        return machines.nodes().get(step.node());
    }

    private Child database() {
        return machines.database().process().orElseThrow();
    }

    private TcpProxy network() {
        return machines.database().network().orElseThrow();
    }
}
