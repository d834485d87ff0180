package org.khabar.article;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.junit.jupiter.api.Test;

/** The walls within the service. */
class ArchitectureTest {

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.khabar.article");

    @Test
    void parsersArePlainJava() {
        noClasses()
                .that()
                .resideInAnyPackage("..importing.page..", "..importing.draft..", "..article.text..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "jakarta..", "io.smallrye..", "org.hibernate..", "com.fasterxml..")
                .check(CODE);
    }

    @Test
    void queriesAndWordsArePlainJava() {
        noClasses()
                .that()
                .resideInAnyPackage("..search.analysis..", "..search.query..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "jakarta..", "java.sql..", "org.khabar.article.article..")
                .check(CODE);
    }

    @Test
    void featuresDependOnEachOtherInOneDirection() {
        slices().matching("org.khabar.article.(*)..").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void articlesDoNotKnowHowTheyCameOrWhereTheyGo() {
        noClasses()
                .that()
                .resideInAPackage("org.khabar.article.article..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.khabar.article.importing..", "org.khabar.article.newsroom..", "org.khabar.article.feed..")
                .check(CODE);
    }

    @Test
    void entitiesOfArticlesKnowNoOtherFeature() {
        noClasses()
                .that()
                .resideInAPackage("org.khabar.article.entities..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.khabar.article.article..",
                        "org.khabar.article.outlet..",
                        "org.khabar.article.importing..",
                        "org.khabar.article.feed..")
                .check(CODE);
    }

    @Test
    void outletsKnowNoArticles() {
        noClasses()
                .that()
                .resideInAPackage("org.khabar.article.outlet..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.khabar.article.article..", "org.khabar.article.importing..", "org.khabar.article.feed..")
                .check(CODE);
    }

    @Test
    void entitiesStayInTheirFeature() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePackagePrivate()
                .check(CODE);
    }

    @Test
    void entitiesAreNotInAnyApi() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(GraphQLApi.class)
                .or()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
                .should(mentionNoEntity())
                .check(CODE);
    }

    @Test
    void sqlAndPersistenceStayInRepositoriesAndEntities() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Repository")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(EntityManager.class)
                .check(CODE);
    }

    private static ArchCondition<JavaMethod> mentionNoEntity() {
        return new ArchCondition<>("mention no entity") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getAllInvolvedRawTypes().stream()
                        .filter(ArchitectureTest::isEntity)
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " mentions " + type.getName())));
            }
        };
    }

    private static boolean isEntity(JavaClass type) {
        return type.isAnnotatedWith(Entity.class);
    }
}
