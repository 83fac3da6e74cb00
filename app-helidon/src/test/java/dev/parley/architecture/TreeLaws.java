package dev.parley.architecture;

import dev.parley.architecture.Pom.Dependency;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What holds for every folder {@code adapters-…}, that of a newcomer too, of which neither the app nor these tests know. */
final class TreeLaws {

    static final List<TreeLaw> ALL = List.of(
            new TreeLaw("an adapter names nothing of core", TreeLaws::namesOfOthers, "Insider.java names dev.parley.core"),
            new TreeLaw("an adapter names no other adapter", TreeLaws::namesOfOthers, "Partner.java names dev.parley.twilio"),
            new TreeLaw("an adapter names nothing of the app", TreeLaws::namesOfOthers, "Tenant.java names dev.parley.app"),
            new TreeLaw("an adapter names no Helidon", TreeLaws::namesOfHelidon, "Server.java names io.helidon.webserver"),
            new TreeLaw("Maven shows an adapter no core", TreeLaws::dependencies, "parley-core in scope compile"),
            new TreeLaw("Maven shows an adapter no other adapter", TreeLaws::dependencies, "parley-adapter-twilio in scope runtime"),
            new TreeLaw("Maven shows an adapter the testkit in tests alone", TreeLaws::dependencies, "parley-testkit in scope compile"),
            new TreeLaw("Maven shows an adapter no Helidon", TreeLaws::dependencies, "helidon-webserver in scope test"),
            new TreeLaw("an adapter inherits the rules of all", TreeLaws::inheritance, "orphan has another parent"),
            new TreeLaw("an adapter skips no rule", TreeLaws::exceptions, "pom.xml changes checkstyle.skip"),
            new TreeLaw("an adapter changes no rule", TreeLaws::exceptions, "pom.xml changes maven-checkstyle-plugin"),
            new TreeLaw("an adapter's methods are short without exception", TreeLaws::exceptions, "Exempt.java suppresses MethodLength"),
            new TreeLaw("a table of a vendor's facts links the vendor's page", TreeLaws::unlinkedFacts, "Facts.java"));

    private static final Pattern OF_OURS = Pattern.compile("(?<![\\w.])dev\\.parley\\.([a-z]\\w*)");
    private static final Pattern HELIDON = Pattern.compile("(?<![\\w.])(io\\.helidon(?:\\.[a-z]\\w*)*)");
    private static final Pattern CHANGED_RULE = Pattern.compile(
            "(maven-checkstyle-plugin|spotless-maven-plugin|errorprone\\.checks|(?:checkstyle|spotless|enforcer)(?:\\.\\w+)*\\.skip)");
    private static final Pattern SUPPRESSION =
            Pattern.compile("(MethodLength|FileLength|ParameterNumber|checkstyle)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SUPPRESSED = Pattern.compile("@SuppressWarnings\\(([^)]*)\\)");
    private static final Pattern TABLE = Pattern.compile("static final (?:\\w*Map)<");

    /** Where it sends texts is no source of facts. */
    private static final Pattern LINK = Pattern.compile("https://(?!api\\.|rest\\.)[\\w.-]+/");

    private TreeLaws() {}

    private static Stream<String> namesOfOthers(AdapterModule module) {
        return module.sources()
                .stream()
                .flatMap(
                        source -> source.all(OF_OURS)
                                .distinct()
                                .filter(other -> !other.equals("ports") && !other.equals(module.name()))
                                .map(other -> source.name() + " names dev.parley." + other));
    }

    private static Stream<String> namesOfHelidon(AdapterModule module) {
        return module.sources()
                .stream()
                .flatMap(
                        source -> source.all(HELIDON)
                                .distinct()
                                .filter(name -> !isOfDatabases(module, name))
                                .map(name -> source.name() + " names " + name));
    }

    private static Stream<String> dependencies(AdapterModule module) {
        return Pom.parse(module.pom())
                .dependencies()
                .stream()
                .filter(dependency -> !isAllowed(module, dependency))
                .map(dependency -> "pom.xml: " + dependency.artifact() + " in scope " + dependency.scope());
    }

    private static boolean isAllowed(AdapterModule module, Dependency dependency) {
        if (dependency.group().startsWith("io.helidon")) {
            return isOfDatabases(module, dependency.group());
        }
        return !dependency.group().startsWith("dev.parley")
                || dependency.artifact().equals("parley-ports")
                || (dependency.artifact().equals("parley-testkit") && dependency.scope().equals("test"));
    }

    private static boolean isOfDatabases(AdapterModule module, String name) {
        return module.name().equals(Layout.OF_DATABASES) && name.startsWith("io.helidon.dbclient");
    }

    private static Stream<String> inheritance(AdapterModule module) {
        return Pom.parse(module.pom()).parent().equals("parley") ? Stream.empty() : Stream.of(module.name() + " has another parent");
    }

    private static Stream<String> exceptions(AdapterModule module) {
        Stream<String> ofThePom = new SourceFile("pom.xml", module.pom()).all(CHANGED_RULE).map(rule -> "pom.xml changes " + rule);
        return Stream.concat(ofThePom, module.sources().stream().flatMap(TreeLaws::suppressions));
    }

    private static Stream<String> suppressions(SourceFile source) {
        return source.all(SUPPRESSED)
                .flatMap(names -> new SourceFile(source.name(), names).all(SUPPRESSION))
                .map(rule -> source.name() + " suppresses " + rule);
    }

    private static Stream<String> unlinkedFacts(AdapterModule module) {
        return module.isProvider() ? module.sources()
                .stream()
                .filter(source -> source.has(TABLE) && !source.has(LINK))
                .map(source -> source.name() + " has a table and no link")
                : Stream.empty();
    }
}
