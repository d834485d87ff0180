package org.khabar.gateway.supergraph.rules;

import graphql.language.Document;
import java.util.List;
import org.khabar.gateway.supergraph.CompositionLog;
import org.khabar.gateway.supergraph.subgraph.SubgraphSchema;

/** All of the rules. */
public final class Rules {
    private static final List<SubgraphRule> OF_A_SUBGRAPH = List.of(
            new DirectivePlaces(),
            new KeyRules(),
            new RequiresRules(),
            new ProvidesRules(),
            new ExternalRules(),
            new ShareableRules(),
            new InterfaceKeyRules(),
            new ContextRules(),
            new CostRules(),
            new DirectiveArgumentRules());

    private static final List<SupergraphRule> OF_THE_WHOLE = List.of(
            new InterfaceFieldRules(),
            new InterfaceTypeRules(),
            new InterfaceEntityRules(),
            new MergedRequiresRules(),
            new RuntimeTypeRules(),
            new InaccessibleRules(),
            new InaccessibleDefaultRules());

    private Rules() {}

    /** Checks what a subgraph must keep by itself. Federation 1 knew none of these rules. */
    public static void check(SubgraphSchema subgraph, CompositionLog log) {
        if (subgraph.federation2()) {
            OF_A_SUBGRAPH.forEach(rule -> rule.check(subgraph, log));
        }
    }

    /** Checks what the subgraphs must keep together. */
    public static void check(List<SubgraphSchema> subgraphs, Document merged, CompositionLog log) {
        MergedSchema schema = new MergedSchema(subgraphs, merged);
        OF_THE_WHOLE.forEach(rule -> rule.check(schema, log));
    }
}
