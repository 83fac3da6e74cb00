package dev.parley.bench.chaos;

import dev.parley.bench.chaos.Opening.Shop;
import dev.parley.bench.standin.Carrier;
import dev.parley.bench.standin.Errands;
import dev.parley.bench.standin.Line;
import dev.parley.bench.standin.Text;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** What people and programs do all day, at a steady rate: text, text twice, say STOP while a model thinks, send through the API. */
final class Traffic {

    private static final double LONG = 0.03;
    private static final int MANY = 100;
    private static final int RACE_MILLIS = 1500;

    private final List<Shop> shops;
    private final List<String> contacts;
    private final Habits habits;
    private final Carrier carrier;
    private final Crm crm;
    private final Errands errands;
    private final RandomGenerator random;
    private final Set<String> gone = new HashSet<>();
    private int number;

    Traffic(List<Shop> shops, Town town, Streets streets, RandomGenerator random) {
        this.shops = shops;
        this.contacts = town.contacts();
        this.habits = streets.habits();
        this.carrier = streets.carrier();
        this.crm = streets.crm();
        this.errands = streets.errands();
        this.random = random;
    }

    /** By what it goes, and what is usual there. */
    record Streets(Carrier carrier, Crm crm, Errands errands, Habits habits) {}

    /** Goes on for so long, at so many a second. */
    void run(Duration length, double rate) throws InterruptedException {
        long begin = System.nanoTime();
        double gap = 1e9 / rate;
        for (long i = 0; i * gap < length.toNanos(); i++) {
            long ahead = (long) (i * gap) - (System.nanoTime() - begin);
            if (ahead > 0) {
                Thread.sleep(Duration.ofNanos(ahead));
            }
            next();
        }
    }

    private void next() {
        Shop shop = shops.get(random.nextInt(shops.size()));
        String contact = contacts.get(random.nextInt(contacts.size()));
        double kind = random.nextDouble();
        if (kind < habits.crm()) {
            crm.send(shop, "note-" + ++number, contact, random.nextDouble() < habits.copies() ? 2 : 1);
        } else if (kind < habits.crm() + habits.stop() && gone.add(shop.line().name() + contact)) {
            stop(shop.line(), contact);
        } else {
            text(shop.line(), contact);
        }
    }

    private void text(Line line, String contact) {
        Text text = say(line, contact);
        int copies = copies();
        for (int i = 0; i < copies; i++) {
            carrier.bring(text);
        }
    }

    private int copies() {
        double drawn = random.nextDouble();
        return drawn < habits.manyCopies() ? MANY : drawn < habits.copies() ? 2 + random.nextInt(4) : 1;
    }

    /** A text, STOP while it is being answered, and now and then one more, to which nothing may be said. */
    private void stop(Line line, String contact) {
        Text first = say(line, contact);
        var stop = new Text(id(), line, contact, "STOP");
        Text last = say(line, contact);
        int pause = random.nextInt(RACE_MILLIS);
        carrier.bring(first);
        errands.begin(() -> {
            Thread.sleep(pause);
            carrier.bring(stop);
            Thread.sleep(RACE_MILLIS);
            carrier.bring(last);
        });
    }

    private Text say(Line line, String contact) {
        String id = id();
        String more = random.nextDouble() < LONG ? " and a few words more".repeat(10) + " \u2713" : "";
        return new Text(id, line, contact, "Hello %s, order #t%d%s".formatted(line.canary(), number, more));
    }

    private String id() {
        return "SM%032x".formatted(0xF000_0000L + ++number);
    }
}
