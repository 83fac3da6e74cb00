package dev.parley.walkthrough;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.junit.platform.launcher.listeners.TestExecutionSummary.Failure;

/**
 * The contract of providers as it went with an adapter, in this JVM: sooner done than by a Maven of its own.
 *
 * @param tests how many rules there were
 * @param red what each broken rule said
 */
record Contract(long tests, List<String> red) {

    private static final String TEST = "com.example.sinch.SinchContractTest";

    /** Copies the list. */
    Contract {
        red = List.copyOf(red);
    }

    /** Compiles a project and runs its contract test. */
    static Contract of(Path project) throws IOException {
        Path classes = compile(project);
        Checkout.copy(project.resolve("src/main/resources"), classes);
        try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, Contract.class.getClassLoader())) {
            return run(loader.loadClass(TEST));
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(missing);
        }
    }

    /** Compiles a project, main code and test, without a word of complaint. */
    static Path compile(Path project) throws IOException {
        Path classes = project.resolve("target/contract");
        Checkout.delete(classes);
        compile(project.resolve("src"), Files.createDirectories(classes));
        return classes;
    }

    private static void compile(Path sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
        var complaints = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null); Stream<Path> all = Files.walk(sources)) {
            List<Path> java = all.filter(file -> file.toString().endsWith(".java")).toList();
            compiler.getTask(complaints, files, null, options, null, files.getJavaFileObjectsFromPaths(java)).call();
        }
        assertEquals("", complaints.toString());
    }

    private static Contract run(Class<?> test) {
        LauncherDiscoveryRequest request =
                LauncherDiscoveryRequestBuilder.request().selectors(DiscoverySelectors.selectClass(test)).build();
        var listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        TestExecutionSummary summary = listener.getSummary();
        return new Contract(summary.getTestsFoundCount(), summary.getFailures().stream().map(Contract::words).toList());
    }

    private static String words(Failure failure) {
        return String.valueOf(failure.getException().getMessage());
    }
}
