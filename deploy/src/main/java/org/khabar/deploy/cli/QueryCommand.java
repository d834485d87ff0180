package org.khabar.deploy.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.khabar.deploy.StackException;
import org.khabar.deploy.client.AccessTokens;
import org.khabar.deploy.client.GraphqlAnswer;
import org.khabar.deploy.client.GraphqlClient;
import org.khabar.deploy.installation.Ports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "query",
        description = "Sends a GraphQL operation to the gateway and prints the answer. Exit code 1 if it has errors.")
final class QueryCommand implements Callable<Integer> {
    private static final JsonMapper JSON = new JsonMapper();

    private final Surroundings surroundings;

    @Mixin
    private final LoginOptions loginOptions = new LoginOptions();

    @Option(names = "--variables", paramLabel = "JSON", description = "The variables, as a JSON object.")
    private String variables = "{}";

    @Parameters(paramLabel = "Q|FILE|-", description = "The operation, a file that holds it, or - for standard input.")
    private String operation = "";

    QueryCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        ObjectNode values = readVariables();
        String text = readOperation();
        Ports ports = surroundings.ports();
        AccessTokens tokens = new AccessTokens(ports, loginOptions.login("reader"));
        GraphqlAnswer answer = new GraphqlClient(ports, tokens).ask(text, values);
        surroundings.out().println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer.body()));
        return answer.hasErrors() ? 1 : 0;
    }

    private ObjectNode readVariables() {
        try {
            JsonNode values = JSON.readTree(variables);
            if (values instanceof ObjectNode object) {
                return object;
            }
            throw new StackException("--variables is no JSON object: " + variables);
        } catch (JacksonException e) {
            throw new StackException("--variables is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private String readOperation() throws IOException {
        if (operation.equals("-")) {
            return new String(surroundings.in().readAllBytes(), StandardCharsets.UTF_8);
        }
        Optional<Path> file = findFile();
        return file.isPresent() ? Files.readString(file.get()) : operation;
    }

    private Optional<Path> findFile() {
        try {
            return Optional.of(Path.of(operation)).filter(Files::isRegularFile);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
