package dev.parley.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import dev.parley.planted.app.config.SecondWiring;
import dev.parley.planted.app.http.RouteThatAsksTheCore;
import dev.parley.planted.core.CoreThatKnowsATable;
import dev.parley.planted.core.CoreThatWritesJson;
import dev.parley.planted.llm.ModelThatTexts;
import dev.parley.planted.llm.cycle.Hen;
import dev.parley.planted.ports.PortThatKnowsTheCore;
import dev.parley.planted.twilio.ProviderThatKnowsTheApp;
import dev.parley.planted.twilio.ProviderThatKnowsTheCore;
import java.util.List;
import java.util.stream.Stream;

/** All laws. */
final class Laws {

    /** What the JDK has of HTTP and JDBC. */
    private static final String[] OUTSIDE_WORLD = {"java.net.http..", "com.sun.net.httpserver..", "java.sql..", "javax.sql.."};

    private static final List<Law> OF_DEPENDENCIES = List.of(
            new Law("ports depends on the JDK alone", Laws::portsDependOnTheJdkAlone, PortThatKnowsTheCore.class),
            new Law("core depends on ports alone", Laws::coreDependsOnPortsAlone, CoreThatWritesJson.class),
            new Law("neither ports nor core knows HTTP or JDBC", Laws::neitherPortsNorCoreKnowsHttpOrJdbc, CoreThatKnowsATable.class),
            new Law("an adapter depends on ports and on no other module", Laws::adaptersDependOnPortsAlone, ProviderThatKnowsTheCore.class),
            new Law("one adapter does not know another", Laws::adaptersDependOnPortsAlone, ModelThatTexts.class),
            new Law("an adapter does not know the app", Laws::adaptersDependOnPortsAlone, ProviderThatKnowsTheApp.class),
            new Law("only the wiring knows the core", Laws::onlyTheWiringKnowsTheCore, SecondWiring.class),
            new Law("the HTTP side knows ports alone", Laws::theHttpSideKnowsPortsAlone, RouteThatAsksTheCore.class),
            new Law("no package is in a cycle", Laws::noPackageIsInACycle, Hen.class));

    static final List<Law> ALL = Stream.of(OF_DEPENDENCIES, Libraries.LAWS, Habits.LAWS).flatMap(List::stream).toList();

    private Laws() {}

    private static ArchRule portsDependOnTheJdkAlone(Layout layout) {
        return classes().that()
                .resideInAPackage(layout.ports())
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(layout.ports(), "java..", "org.jspecify..");
    }

    private static ArchRule coreDependsOnPortsAlone(Layout layout) {
        return classes().that()
                .resideInAPackage(layout.core())
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(layout.core(), layout.ports(), "java..", "org.jspecify..");
    }

    private static ArchRule neitherPortsNorCoreKnowsHttpOrJdbc(Layout layout) {
        return noClasses().that()
                .resideInAnyPackage(layout.ports(), layout.core())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(OUTSIDE_WORLD);
    }

    private static ArchRule adaptersDependOnPortsAlone(Layout layout) {
        List<ArchRule> rules = Layout.ADAPTERS.stream()
                .<ArchRule>map(
                        adapter -> noClasses().that()
                                .resideInAPackage(layout.in(adapter))
                                .should()
                                .dependOnClassesThat(
                                        Predicates.inside(layout.all()).and(Predicates.outside(layout.in(adapter), layout.ports())))
                                .allowEmptyShould(true))
                .toList();
        return CompositeArchRule.of(rules);
    }

    private static ArchRule onlyTheWiringKnowsTheCore(Layout layout) {
        return noClasses().that()
                .resideOutsideOfPackages(layout.only("app"), layout.core())
                .should()
                .dependOnClassesThat()
                .resideInAPackage(layout.core());
    }

    private static ArchRule theHttpSideKnowsPortsAlone(Layout layout) {
        return noClasses().that()
                .resideInAPackage(layout.in("app.http"))
                .should()
                .dependOnClassesThat(Predicates.inside(layout.core()).or(Predicates.inside(layout.adapters())));
    }

    private static ArchRule noPackageIsInACycle(Layout layout) {
        return slices().matching(layout.root() + ".(**)").should().beFreeOfCycles();
    }
}
