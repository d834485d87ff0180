package org.khabar.gateway.differential;

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.schema.idl.SchemaGenerator;

/** One server that has it all. */
final class Monolith {
    private final GraphQL graphql;

    Monolith(Domain domain, World world) {
        Wiring wiring = new Wiring(
                new NodeFetcher(domain, world, Knowledge.ALL),
                (node, environment) -> environment.getSchema().getObjectType(node.type()));
        this.graphql = GraphQL.newGraphQL(new SchemaGenerator().makeExecutableSchema(domain.registry(), wiring.build()))
                .build();
    }

    Answer answer(Trial trial) {
        ExecutionInput input = ExecutionInput.newExecutionInput(
                        trial.operation().text())
                .variables(trial.operation().variables())
                .graphQLContext(RequestContext.of(trial.weather()))
                .build();
        return Answer.of(graphql.execute(input).toSpecification());
    }
}
