package dev.parley.planted.app;

import com.vonage.client.VonageClient;

public record RouteThatTexts(VonageClient client) {}
