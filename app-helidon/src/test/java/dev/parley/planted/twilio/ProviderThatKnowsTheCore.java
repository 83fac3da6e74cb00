package dev.parley.planted.twilio;

import dev.parley.planted.core.Decision;

public record ProviderThatKnowsTheCore(Decision decision) {}
