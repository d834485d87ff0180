package org.khabar.gateway.supergraph.merge;

import static org.khabar.gateway.supergraph.CompositionCode.EMPTY_MERGED_INPUT_TYPE;

import graphql.language.Directive;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.khabar.gateway.supergraph.subgraph.InputObjectDecl;
import org.khabar.gateway.supergraph.subgraph.InputValueDecl;

/** Merges input objects: the fields that all declarations have. */
final class InputObjectMerger {
    private final MergeContext context;
    private final InputValueMerger fields;
    private final MergedDirectives directives;

    InputObjectMerger(MergeContext context) {
        this.context = context;
        this.fields = new InputValueMerger(context, InputValueMerger.Codes.INPUT_FIELD);
        this.directives = new MergedDirectives(context.composed());
    }

    Optional<InputObjectTypeDefinition> merge(String name, Map<String, InputObjectDecl> sources) {
        Map<String, Map<String, InputValueDecl>> owners = new LinkedHashMap<>();
        sources.forEach((subgraph, input) -> owners.put(subgraph, input.fields()));
        int before = context.log().errors().size();
        List<InputValueDefinition> merged = fields.merge(name + ".%s", owners);
        if (merged.isEmpty()) {
            if (context.log().errors().size() == before) {
                reportEmpty(name, sources);
            }
            return Optional.empty();
        }
        List<Directive> all = new ArrayList<>(LeafTypeMerger.joinTypes(context, sources.keySet()));
        all.addAll(directives.of(
                sources.values().stream().map(InputObjectDecl::annotations).toList()));
        return Optional.of(InputObjectTypeDefinition.newInputObjectDefinition()
                .name(name)
                .description(Descriptions.first(
                        sources.values().stream().map(input -> input.header().description())))
                .inputValueDefinitions(merged)
                .directives(all)
                .build());
    }

    private void reportEmpty(String name, Map<String, InputObjectDecl> sources) {
        context.log()
                .error(
                        EMPTY_MERGED_INPUT_TYPE,
                        List.copyOf(sources.keySet()),
                        name,
                        "Input object " + name + " has no field that all of " + Names.list(sources.keySet())
                                + " know.");
    }
}
