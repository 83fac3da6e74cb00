package dev.parley.planted.llm;

import dev.parley.planted.twilio.ProviderThatKnowsTheCore;

public record ModelThatTexts(ProviderThatKnowsTheCore provider) {}
