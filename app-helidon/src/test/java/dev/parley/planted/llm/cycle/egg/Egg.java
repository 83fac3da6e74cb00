package dev.parley.planted.llm.cycle.egg;

import dev.parley.planted.llm.cycle.Hen;

public record Egg(Hen hen) {}
