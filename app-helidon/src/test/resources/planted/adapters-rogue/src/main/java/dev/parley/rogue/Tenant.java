package dev.parley.rogue;

import dev.parley.app.Main;

record Tenant(Main app) {}
