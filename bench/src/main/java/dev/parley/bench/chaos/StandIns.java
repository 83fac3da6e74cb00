package dev.parley.bench.chaos;

import dev.parley.bench.ledger.Ledger;
import dev.parley.bench.standin.Carrier;
import dev.parley.bench.standin.Dice;
import dev.parley.bench.standin.Errands;
import dev.parley.bench.standin.Line;
import dev.parley.bench.standin.Model;
import dev.parley.bench.standin.Rounds;
import dev.parley.bench.standin.SendDesk;
import dev.parley.bench.standin.Sink;
import dev.parley.bench.standin.Site;
import dev.parley.bench.standin.Twilio;
import dev.parley.bench.standin.Vonage;
import dev.parley.bench.standin.Way;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Everybody that the server talks to, each at an address and, but for the businesses, behind a network that can be broken. */
final class StandIns implements AutoCloseable {

    private final List<Ledger> ledgers;
    private final SendDesk sends;
    private final Model model;
    private final Sink sink;
    private final Carrier carrier;
    private final List<Site> sites;
    private final List<TcpProxy> networks;

    StandIns(Town town, Dice dice, Errands errands, Premises premises) {
        ledgers = Stream.of("sends", "texts", "models", "events").map(name -> Ledger.create(premises.folder(), name)).toList();
        var rounds = new Rounds(premises.way(), ledgers.get(1), errands, Town.PUBLIC_URL);
        sends = new SendDesk(ledgers.get(0), errands, dice);
        model = new Model(ledgers.get(2), town.lines(), dice);
        sink = new Sink(ledgers.get(3), town.lines(), dice);
        var twilio = new Twilio(of(town, Line.Kind.TWILIO), sends, rounds);
        var vonage = new Vonage(of(town, Line.Kind.VONAGE), sends, rounds);
        carrier = text -> (text.line().carrier() == Line.Kind.TWILIO ? twilio : vonage).bring(text);
        Tampering tampering = premises.tampering();
        sites = Stream.of(
                tampering.atProvider(twilio::answer), tampering.atProvider(vonage::answer), tampering.atModel(model::answer),
                tampering.atSink(sink::answer)).map(Site::new).toList();
        networks = sites.stream().limit(3).map(site -> new TcpProxy(site.port())).toList();
    }

    /** Where they live: the folder of their ledgers, the way to the server, and who meddles with their mail. */
    record Premises(Path folder, Way way, Tampering tampering) {}

    private static List<Line> of(Town town, Line.Kind kind) {
        return town.lines().stream().filter(line -> line.carrier() == kind).toList();
    }

    SendDesk sends() {
        return sends;
    }

    Model model() {
        return model;
    }

    Sink sink() {
        return sink;
    }

    /** Whoever carries the number that a text goes to. */
    Carrier carrier() {
        return carrier;
    }

    /** To Twilio and to Vonage. */
    List<TcpProxy> providers() {
        return networks.subList(0, 2);
    }

    int sinkPort() {
        return sites.get(3).port();
    }

    /** What a node has to be told of them. */
    Map<String, String> environment() {
        var all = new HashMap<String, String>();
        all.put("PARLEY_PUBLIC_URL", Town.PUBLIC_URL);
        all.put("PARLEY_ALLOWED_PRIVATE_NETWORKS", "127.0.0.0/8");
        all.put("PARLEY_TWILIO_BASE_URL", url(0));
        all.put("PARLEY_VONAGE_BASE_URL", url(1));
        all.put("PARLEY_MODEL_PROVIDER", "openai");
        all.put("PARLEY_MODEL_NAME", "stand-in");
        all.put("PARLEY_MODEL_API_KEY", "sk-of-the-stand-in");
        all.put("PARLEY_MODEL_BASE_URL", url(2) + "/v1");
        return all;
    }

    private String url(int network) {
        return "http://127.0.0.1:" + networks.get(network).port();
    }

    @Override
    public void close() {
        networks.forEach(TcpProxy::close);
        sites.forEach(Site::close);
        ledgers.forEach(Ledger::close);
    }
}
