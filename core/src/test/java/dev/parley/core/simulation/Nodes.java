package dev.parley.core.simulation;

import dev.parley.core.world.World;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Three processes over the same stores, and what befalls them. */
final class Nodes {

    private static final int HOW_MANY = 3;
    private static final Duration CALM = Duration.ofSeconds(25);
    private static final Duration LONGEST_STANDSTILL = Duration.ofSeconds(70);
    private static final Duration LONGEST_DOWN = Duration.ofSeconds(20);

    private final Stage stage;
    private final List<Node> all;
    private boolean isStorm = true;

    Nodes(Stage stage, World.Peers peers) {
        this.stage = stage;
        this.all = IntStream.rangeClosed(1, HOW_MANY).mapToObj(i -> new Node(stage, peers, "node-" + i)).toList();
    }

    /** One that a balancer would choose: it may die at this moment all the same. */
    Node any() {
        List<Node> up = all.stream().filter(node -> !node.isDead()).toList();
        return stage.chance.oneOf(up.isEmpty() ? all : up);
    }

    /** Has one after the other die or stand still, until it is over. */
    void suffer() {
        stage.outside(() -> {
            while (isStorm) {
                stage.scheduler.sleep(stage.chance.upTo(CALM));
                strike(stage.chance.oneOf(all));
            }
        });
    }

    /** From now on nothing befalls them, and whoever is dead begins anew. */
    void recover() {
        isStorm = false;
        all.stream().filter(Node::isDead).forEach(Node::restart);
    }

    /** The end of all. */
    void switchOff() {
        all.forEach(Node::kill);
    }

    private void strike(Node node) {
        if (!isStorm || node.isDead()) {
            return;
        }
        if (stage.chance.hits(stage.weather.standstill())) {
            node.standStill(stage.chance.upTo(LONGEST_STANDSTILL));
            return;
        }
        node.kill();
        stage.outside(() -> {
            stage.scheduler.sleep(stage.chance.upTo(LONGEST_DOWN));
            if (node.isDead()) {
                node.restart();
            }
        });
    }
}
