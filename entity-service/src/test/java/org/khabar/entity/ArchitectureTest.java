package org.khabar.entity;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.junit.jupiter.api.Test;

/** The walls between the packages. */
class ArchitectureTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.khabar.entity");

    @Test
    void textTaggingAndLinkingArePlainJava() {
        noClasses()
                .that()
                .resideInAnyPackage("..text", "..tagging", "..linking")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", "org.jspecify..", "org.khabar.entity..")
                .check(SERVICE);
    }

    @Test
    void dependenciesRunFromReviewAndGraphToText() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("text")
                .definedBy("..text")
                .layer("tagging")
                .definedBy("..tagging")
                .layer("linking")
                .definedBy("..linking")
                .layer("catalogue")
                .definedBy("..catalogue")
                .layer("candidate")
                .definedBy("..candidate")
                .layer("ruling")
                .definedBy("..ruling")
                .layer("mention")
                .definedBy("..mention")
                .layer("relation")
                .definedBy("..relation")
                .layer("graph")
                .definedBy("..graph")
                .layer("editing")
                .definedBy("..editing")
                .layer("review")
                .definedBy("..review")
                .layer("wikidata")
                .definedBy("..wikidata")
                .layer("exchange")
                .definedBy("..exchange")
                .whereLayer("wikidata")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("exchange")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("graph")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("review")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("editing")
                .mayOnlyBeAccessedByLayers("review", "exchange")
                .whereLayer("relation")
                .mayOnlyBeAccessedByLayers("editing", "exchange", "wikidata")
                .whereLayer("mention")
                .mayOnlyBeAccessedByLayers("graph", "editing", "review", "exchange")
                .whereLayer("ruling")
                .mayOnlyBeAccessedByLayers("mention", "review")
                .whereLayer("candidate")
                .mayOnlyBeAccessedByLayers("mention", "review")
                .whereLayer("catalogue")
                .mayOnlyBeAccessedByLayers("mention", "relation", "graph", "editing", "review", "wikidata", "exchange")
                .whereLayer("linking")
                .mayOnlyBeAccessedByLayers("mention")
                .whereLayer("tagging")
                .mayOnlyBeAccessedByLayers(
                        "linking",
                        "catalogue",
                        "candidate",
                        "ruling",
                        "mention",
                        "relation",
                        "graph",
                        "editing",
                        "review",
                        "exchange",
                        "wikidata")
                .check(SERVICE);
    }

    @Test
    void whatFeaturesShareKnowsNoFeature() {
        noClasses()
                .that()
                .resideInAnyPackage("..failure", "..paging", "..sibling", "..bulk", "..budget", "..federation")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..text",
                        "..tagging",
                        "..linking",
                        "..catalogue",
                        "..mention",
                        "..relation",
                        "..graph",
                        "..editing",
                        "..ruling",
                        "..review",
                        "..exchange")
                .check(SERVICE);
    }

    @Test
    void theMentionFeedDoesNotKnowHowMentionsAreFound() {
        noClasses()
                .that()
                .resideInAPackage("..mentionfeed")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..text", "..tagging", "..linking", "..catalogue", "..mention")
                .check(SERVICE);
    }

    @Test
    void rowsOfTheDatabaseStayInTheirFeature() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePackagePrivate()
                .check(SERVICE);
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(GraphQLApi.class)
                .and()
                .arePublic()
                .should()
                .notHaveRawReturnType(DescribedPredicate.describe(
                        "a row of the database", (JavaClass type) -> type.isAnnotatedWith(Entity.class)))
                .check(SERVICE);
    }

    @Test
    void sqlStandsInRepositoriesAlone() {
        noClasses()
                .that()
                .areAnnotatedWith(GraphQLApi.class)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.hibernate..", "jakarta.persistence..")
                .check(SERVICE);
    }

    @Test
    void noNameSaysNothing() {
        classes().should(notBeNamedForNothing()).check(SERVICE);
    }

    private static ArchCondition<JavaClass> notBeNamedForNothing() {
        return new ArchCondition<>("not be named Utils, Helper, Manager, Impl, Base or Common") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean nothing = type.getSimpleName().matches(".*(Utils?|Helper|Manager|Impl|Base|Common)");
                events.add(new SimpleConditionEvent(type, !nothing, type.getName()));
            }
        };
    }
}
