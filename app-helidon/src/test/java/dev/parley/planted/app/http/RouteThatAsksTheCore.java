package dev.parley.planted.app.http;

import dev.parley.planted.core.Decision;

public record RouteThatAsksTheCore(Decision decision) {}
