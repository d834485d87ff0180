package org.khabar.deploy.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.khabar.deploy.client.AccessTokens;
import org.khabar.deploy.client.GraphqlAnswer;
import org.khabar.deploy.client.GraphqlClient;
import org.khabar.deploy.installation.Ports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "query",
        description = "Sends a GraphQL operation to the gateway and prints the answer. Exit code 1 if it has errors.")
final class QueryCommand implements Callable<Integer> {
    private static final JsonMapper JSON = new JsonMapper();

    private final Surroundings surroundings;

    @Mixin
    private final LoginOptions loginOptions = new LoginOptions();

    @Mixin
    private final OperationOptions operationOptions = new OperationOptions();

    QueryCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        ObjectNode variables = operationOptions.variables();
        String operation = operationOptions.operation(surroundings.in());
        Ports ports = surroundings.ports();
        AccessTokens tokens = new AccessTokens(ports, loginOptions.login("reader"));
        GraphqlAnswer answer = new GraphqlClient(ports, tokens).ask(operation, variables);
        surroundings.out().println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer.body()));
        return answer.hasErrors() ? 1 : 0;
    }
}
