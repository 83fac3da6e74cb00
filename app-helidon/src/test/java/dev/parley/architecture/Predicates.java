package dev.parley.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/** Where a class is. */
final class Predicates {

    private Predicates() {}

    static DescribedPredicate<JavaClass> inside(String...packages) {
        return JavaClass.Predicates.resideInAnyPackage(packages);
    }

    static DescribedPredicate<JavaClass> outside(String...packages) {
        return DescribedPredicate.not(inside(packages));
    }
}
