package dev.parley.planted.ports;

import dev.parley.planted.core.Decision;

public interface PortThatKnowsTheCore {

    Decision decide();
}
