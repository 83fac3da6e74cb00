package dev.parley.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import java.util.Set;

/** Calls whose answer depends on nothing that was given, so that a test could not choose it. */
final class FromTheAir {

    private static final Set<String> METHODS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.Math.random",
            "java.util.UUID.randomUUID",
            "java.util.concurrent.ThreadLocalRandom.current",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.InstantSource.system");

    private static final Set<String> CLASSES = Set.of("java.util.Random", "java.util.Date", "java.util.GregorianCalendar");

    static final DescribedPredicate<JavaCall<?>> TAKEN = DescribedPredicate.describe(
            "it takes time, identity or chance from the air",
            call -> isListed(call) || isNow(call) || isMade(call));

    private FromTheAir() {}

    private static boolean isListed(JavaCall<?> call) {
        return METHODS.contains(call.getTargetOwner().getName() + "." + call.getName());
    }

    private static boolean isNow(JavaCall<?> call) {
        return call.getTargetOwner().getPackageName().startsWith("java.time") && call.getName().equals("now") && hasNoArguments(call);
    }

    private static boolean isMade(JavaCall<?> call) {
        return CLASSES.contains(call.getTargetOwner().getName()) && call.getName().equals("<init>") && hasNoArguments(call);
    }

    private static boolean hasNoArguments(JavaCall<?> call) {
        return call.getTarget().getRawParameterTypes().isEmpty();
    }
}
