package dev.parley.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import dev.parley.planted.app.RouteThatTexts;
import dev.parley.planted.app.RouteToTheDatabase;
import dev.parley.planted.app.SecondModel;
import dev.parley.planted.core.TextSentByCore;
import dev.parley.planted.llm.ModelWithRoutes;
import dev.parley.planted.twilio.ProviderThatServes;
import java.util.List;

/** Which module may use which library: each is in one place, and can be exchanged there. */
final class Libraries {

    static final List<Law> LAWS = List.of(
            new Law("a carrier's SDK is used in its adapter alone", l -> only(l.in("twilio"), l, "com.twilio.."), TextSentByCore.class),
            new Law(
                    "another carrier's SDK is used in its adapter alone",
                    l -> only(l.in("vonage"), l, "com.vonage.."),
                    RouteThatTexts.class),
            new Law("language models are asked in one adapter alone", l -> only(l.in("llm"), l, "dev.langchain4j.."), SecondModel.class),
            new Law(
                    "SQL is spoken in one adapter alone",
                    l -> only(
                            l.in("persistence"),
                            l,
                            "java.sql..",
                            "javax.sql..",
                            "com.zaxxer..",
                            "org.flywaydb..",
                            "org.h2..",
                            "com.mysql..",
                            "io.helidon.dbclient.."),
                    RouteToTheDatabase.class),
            new Law(
                    "no adapter knows Helidon, but for its client of databases",
                    Libraries::adaptersKnowNoHelidon,
                    ProviderThatServes.class),
            new Law(
                    "HTTP is served by the app alone",
                    l -> only(l.app(), l, "io.helidon.webserver..", "com.sun.net.httpserver.."),
                    ModelWithRoutes.class));

    private Libraries() {}

    private static ArchRule adaptersKnowNoHelidon(Layout layout) {
        return CompositeArchRule.of(Layout.ADAPTERS.stream().map(adapter -> knowsNoHelidon(layout, adapter)).toList());
    }

    private static ArchRule knowsNoHelidon(Layout layout, String adapter) {
        String allowed = adapter.equals(Layout.OF_DATABASES) ? "io.helidon.dbclient.." : layout.in(adapter);
        return noClasses().that()
                .resideInAPackage(layout.in(adapter))
                .should()
                .dependOnClassesThat(Predicates.inside("io.helidon..").and(Predicates.outside(allowed)))
                .allowEmptyShould(true);
    }

    private static ArchRule only(String place, Layout layout, String...libraries) {
        return noClasses().that(Predicates.inside(layout.all()).and(Predicates.outside(place, layout.in("testkit"))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries);
    }
}
