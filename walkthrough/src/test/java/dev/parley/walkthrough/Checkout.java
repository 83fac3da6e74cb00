package dev.parley.walkthrough;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The checkout that this is built in, what its build has made, and the commands that a newcomer runs in it. */
final class Checkout {

    static final Path ROOT = Path.of(System.getProperty("parley.root")).toAbsolutePath().normalize();

    private static final Path TARGET = ROOT.resolve("walkthrough/target");
    private static final String VERSION = System.getProperty("parley.version");

    private Checkout() {}

    /** A folder that is there and empty. */
    static Path emptied(String name) throws IOException {
        Path folder = TARGET.resolve(name);
        delete(folder);
        return Files.createDirectories(folder);
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    static Ended newProvider(String...arguments) throws IOException {
        return newProviderIn(ROOT, arguments);
    }

    static Ended newProviderIn(Path checkout, String...arguments) throws IOException {
        return Ended.of(checkout, Stream.concat(Stream.of("scripts/new-provider.sh"), Arrays.stream(arguments)).toList());
    }

    /** Does what the document says, up to a step. */
    static Ended walk(Path project, int lastStep) throws IOException {
        return Ended.of(ROOT, List.of(java(), "scripts/WalkTheDoc.java", guide().toString(), project.toString(), String.valueOf(lastStep)));
    }

    static Path guide() {
        return ROOT.resolve("docs/adding-a-provider.md");
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static Path server() {
        return made(ROOT.resolve("app-helidon/target/parley.jar"));
    }

    /** Builds a project with the artifacts of this very build. Nothing is written to the caller's own Maven repository. */
    static Ended maven(Path project, String...goals) throws IOException {
        Stream<String> offline = System.getProperty("parley.maven").equals("offline=true") ? Stream.of("-o") : Stream.of();
        Stream<String> command = Stream.of(
                ROOT.resolve("mvnw").toString(),
                "-B",
                "-ntp",
                "-Dmaven.repo.local=" + repository(),
                "-Dmaven.repo.local.tail=" + System.getProperty("parley.maven.repository"));
        return Ended.of(project, Stream.of(command, offline, Arrays.stream(goals)).flatMap(part -> part).toList());
    }

    private static Path repository() throws IOException {
        Path artifacts = TARGET.resolve("repository/dev/parley");
        publish(artifacts, "parley", ROOT);
        for (String module : List.of("ports", "testkit")) {
            String artifact = "parley-" + module;
            publish(artifacts, artifact, ROOT.resolve(module));
            String jar = artifact + "-" + VERSION + ".jar";
            Path source = made(ROOT.resolve(module).resolve("target").resolve(jar));
            Files.copy(source, artifacts.resolve(artifact).resolve(VERSION).resolve(jar), StandardCopyOption.REPLACE_EXISTING);
        }
        return TARGET.resolve("repository");
    }

    private static void publish(Path artifacts, String artifact, Path module) throws IOException {
        Path folder = Files.createDirectories(artifacts.resolve(artifact).resolve(VERSION));
        Path pom = folder.resolve(artifact + "-" + VERSION + ".pom");
        Files.copy(module.resolve("pom.xml"), pom, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path made(Path file) {
        assertTrue(Files.exists(file), () -> file + " is not there: run this after the other modules are packaged, as ./mvnw verify does");
        return file;
    }
}
