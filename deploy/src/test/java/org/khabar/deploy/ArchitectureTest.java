package org.khabar.deploy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses DEPLOY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.khabar.deploy");

    @Test
    void onlyTheCommandLineKnowsPicocli() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli..", "org.khabar.deploy.cli..")
                .check(DEPLOY);
    }

    @Test
    void processesAndTheInstallationKnowNothingOfTheStack() {
        noClasses()
                .that()
                .resideInAnyPackage("..process..", "..installation..", "..archive..", "..progress..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..stack..", "..postgres..", "..keycloak..", "..service..", "..client..")
                .check(DEPLOY);
    }

    @Test
    void theStackKnowsNoPartByName() {
        noClasses()
                .that()
                .resideInAPackage("..stack..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..postgres..", "..keycloak..", "..service..", "..client..")
                .check(DEPLOY);
    }

    @Test
    void theServicesAreKnownByTheirInterfacesOnly() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.khabar.article..", "org.khabar.entity..", "org.khabar.gateway..")
                .check(DEPLOY);
    }
}
