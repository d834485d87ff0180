package org.khabar.deploy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import org.khabar.deploy.StackException;
import org.khabar.deploy.client.AccessTokens;
import org.khabar.deploy.client.GraphqlAnswer;
import org.khabar.deploy.client.GraphqlClient;
import org.khabar.deploy.client.Login;
import org.khabar.deploy.installation.Ports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "plan",
        description = "Prints the gateway's plan of a query: which services are asked for what, and in which order. The"
                + " operation is not run. Only an admin may see plans.")
final class PlanCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final LoginOptions loginOptions = new LoginOptions();

    @Mixin
    private final OperationOptions operationOptions = new OperationOptions();

    PlanCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        ObjectNode variables = operationOptions.variables();
        String operation = operationOptions.operation(surroundings.in());
        Ports ports = surroundings.ports();
        Login login = loginOptions.login("admin");
        GraphqlAnswer answer = new GraphqlClient(ports, new AccessTokens(ports, login)).plan(operation, variables);
        surroundings.out().println(answer.findPlan().orElseThrow(() -> withoutPlan(answer)));
        return 0;
    }

    private static StackException withoutPlan(GraphqlAnswer answer) {
        JsonNode error = answer.body().path("errors").path(0);
        return new StackException(error.path("extensions").path("code").asText("HTTP " + answer.status()) + ": "
                + error.path("message").asText("the gateway has no plan"));
    }
}
