package dev.parley.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import dev.parley.planted.app.ChattyRoute;
import dev.parley.planted.core.Counter;
import dev.parley.planted.core.OwnChance;
import dev.parley.planted.core.OwnIds;
import dev.parley.planted.core.OwnTime;
import dev.parley.planted.core.ReplyManager;
import dev.parley.planted.core.VagueFault;
import dev.parley.planted.llm.Partisan;
import java.util.List;

/** What no code does. */
final class Habits {

    static final List<Law> LAWS = List.of(
            new Law("time is given, not taken", Habits::nothingIsTakenFromTheAir, OwnTime.class),
            new Law("identities are given, not made up", Habits::nothingIsTakenFromTheAir, OwnIds.class),
            new Law("chance is given, not taken", Habits::nothingIsTakenFromTheAir, OwnChance.class),
            new Law("no static field changes", Habits::noStaticFieldChanges, Counter.class),
            new Law("only Main speaks to the operator", Habits::onlyMainUsesStandardStreams, ChattyRoute.class),
            new Law("an exception says what it is about", Habits::noGenericExceptions, VagueFault.class),
            new Law("a name says what the thing is", Habits::namesSaySomething, ReplyManager.class),
            new Law("a carrier is named in its own adapter alone", Habits::carriersAreNamedInTheirAdapterAlone, Partisan.class));

    private static final String SAYS_NOTHING = "(.*\\.)?(Abstract\\w*|\\w*(Impl|Manager|Helper|Utils?|D[Tt][Oo]|Processor|Info|Data))";

    private Habits() {}

    private static ArchRule nothingIsTakenFromTheAir(Layout layout) {
        return noClasses().that(Predicates.inside(layout.ports(), layout.core()).or(Predicates.inside(layout.adapters())))
                .should()
                .callCodeUnitWhere(FromTheAir.TAKEN);
    }

    private static ArchRule noStaticFieldChanges(Layout layout) {
        return fields().that().areDeclaredInClassesThat().resideInAPackage(layout.all()).and().areStatic().should().haveModifier(FINAL);
    }

    private static ArchRule onlyMainUsesStandardStreams(Layout layout) {
        return noClasses().that()
                .resideInAPackage(layout.all())
                .and()
                .doNotHaveFullyQualifiedName(layout.only("app.Main"))
                .and()
                // Listens to what a provider under test prints.
                .doNotHaveFullyQualifiedName(layout.only("testkit.provider.Ears"))
                .should(ACCESS_STANDARD_STREAMS);
    }

    private static ArchRule noGenericExceptions(Layout layout) {
        return noClasses().that().resideInAPackage(layout.all()).should(THROW_GENERIC_EXCEPTIONS);
    }

    private static ArchRule namesSaySomething(Layout layout) {
        return noClasses().that().resideInAPackage(layout.all()).should().haveNameMatching(SAYS_NOTHING);
    }

    private static ArchRule carriersAreNamedInTheirAdapterAlone(Layout layout) {
        return CompositeArchRule.of(Layout.CARRIERS.stream().map(carrier -> isNamedInItsAdapterAlone(layout, carrier)).toList());
    }

    private static ArchRule isNamedInItsAdapterAlone(Layout layout, String carrier) {
        // The table of settings has to know how the operator calls a carrier's address.
        return noClasses().that(Predicates.inside(layout.all()).and(Predicates.outside(layout.in(carrier), layout.in("testkit"))))
                .and()
                .doNotHaveFullyQualifiedName(layout.only("app.config.Table"))
                .should(new Mention(carrier));
    }
}
