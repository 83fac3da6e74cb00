package dev.parley.planted.twilio;

import io.helidon.webserver.WebServer;

public record ProviderThatServes(WebServer server) {}
