package org.khabar.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The public audits of GraphQL over HTTP, those of the npm package {@code graphql-http}. Where there is no Node.js, or the
 * package cannot be had, they are skipped.
 */
@QuarkusTest
@QuarkusTestResource(TestServices.class)
class HttpAuditsTest {
    private static final Path SUITE = Path.of("../deploy/conformance/http");
    private static final Path FOLDER = Path.of("target/http-audits");
    private static final int MINUTES = 2;

    @BeforeEach
    void bothSubgraphsAreUp() {
        Services.mode("shop", "up");
        Services.mode("reviews", "up");
        Services.awaitReady();
    }

    /** What a command says, and how it ends. */
    private record Run(int code, String output) {}

    private static Run run(Map<String, String> environment, String... command) throws Exception {
        Path output = FOLDER.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("It does not end: " + String.join(" ", command));
        }
        return new Run(process.exitValue(), Files.readString(output));
    }

    private static boolean isThere(String command) throws Exception {
        try {
            return run(Map.of(), command, "--version").code() == 0;
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean isInstalled() throws Exception {
        return Files.isDirectory(FOLDER.resolve("node_modules/graphql-http"))
                || run(Map.of(), "npm", "install", "--ignore-scripts", "--no-package-lock", "--no-audit", "--no-fund")
                                .code()
                        == 0;
    }

    @Test
    void allAuditsPass() throws Exception {
        Files.createDirectories(FOLDER);
        for (String file : new String[] {"package.json", "audits.mjs"}) {
            Files.copy(SUITE.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        assumeTrue(isThere("node") && isThere("npm"), "There is no Node.js");
        assumeTrue(isInstalled(), "The package graphql-http cannot be had");

        Run audits = run(
                Map.of("TOKEN", Services.token(Map.of("roles", "editor"))),
                "node",
                "audits.mjs",
                "http://localhost:" + RestAssured.port + "/graphql");

        assertThat(audits.output()).contains("61 of 61 audits passed");
        assertThat(audits.code()).isZero();
    }
}
