package dev.parley.app;

import java.util.Optional;

/** Which Parley this is. */
final class Version {

    /** As the build wrote it into the jar. */
    static final String TEXT = Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("development");

    private Version() {}
}
