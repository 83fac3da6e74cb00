package dev.parley.rogue;

import io.helidon.webserver.WebServer;

record Server(WebServer server) {}
