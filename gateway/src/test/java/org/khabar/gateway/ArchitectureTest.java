package org.khabar.gateway;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The walls between the gateway's packages. */
class ArchitectureTest {
    private static final JavaClasses GATEWAY = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.khabar.gateway");
    /** Words of the news domain; "entity" alone is federation's own word. */
    private static final Pattern DOMAIN_WORD =
            Pattern.compile(".*(Article|Mention|Outlet|Headline|Byline|Person|Organization).*");

    @Test
    void federationIsPlainJava() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..gateway.supergraph..", "..gateway.plan..", "..gateway.execute..", "..gateway.json..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus..",
                        "jakarta..",
                        "io.vertx..",
                        "io.netty..",
                        "io.smallrye..",
                        "com.fasterxml.jackson..",
                        "org.eclipse.microprofile..",
                        "io.opentelemetry..")
                .check(GATEWAY);
    }

    @Test
    void tracingAloneKnowsOpenTelemetry() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..gateway.tracing..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.opentelemetry..")
                .check(GATEWAY);
    }

    @Test
    void supergraphKnowsNoPlanAndPlanNoExecution() {
        noClasses()
                .that()
                .resideInAPackage("..gateway.supergraph..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..gateway.plan..", "..gateway.execute..", "..gateway.http..")
                .check(GATEWAY);
        noClasses()
                .that()
                .resideInAPackage("..gateway.plan..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..gateway.execute..", "..gateway.http..", "..gateway.schema..")
                .check(GATEWAY);
        noClasses()
                .that()
                .resideInAPackage("..gateway.execute..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..gateway.http..", "..gateway.schema..", "..gateway.security..")
                .check(GATEWAY);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.khabar.gateway.(*)..").should().beFreeOfCycles().check(GATEWAY);
    }

    @Test
    void theGatewayHoldsNoWordOfTheDomain() {
        noClasses()
                .should(be(describe(
                        "named after the domain",
                        (JavaClass type) ->
                                DOMAIN_WORD.matcher(type.getSimpleName()).matches())))
                .check(GATEWAY);
    }
}
