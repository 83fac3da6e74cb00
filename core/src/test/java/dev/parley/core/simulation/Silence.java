package dev.parley.core.simulation;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Keeps core from logging a storm for each seed. */
final class Silence implements BeforeAllCallback, AfterAllCallback {

    private static final Logger CORE = Logger.getLogger("dev.parley.core");

    @Override
    public void beforeAll(ExtensionContext context) {
        CORE.setLevel(Level.OFF);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        CORE.setLevel(null);
    }
}
