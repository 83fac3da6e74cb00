package dev.parley.planted.twilio;

import dev.parley.planted.app.ChattyRoute;

public record ProviderThatKnowsTheApp(ChattyRoute route) {}
