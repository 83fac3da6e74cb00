package dev.parley.rogue;

import dev.parley.core.Core;

record Insider(Core core) {}
