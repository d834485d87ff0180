package org.khabar.gateway.plan;

import graphql.language.Field;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.khabar.gateway.supergraph.FieldSet;
import org.khabar.gateway.supergraph.FieldSource;

/** Whether a subgraph can answer a field where it has the objects, with nothing more sent to it. */
final class Resolvability {
    private final Sources sources;
    private final Types types;

    Resolvability(Sources sources, Types types) {
        this.sources = sources;
        this.types = types;
    }

    boolean resolves(TypeView view, String field, Reach at) {
        Set<String> possible = view.node.possibleTypes;
        return resolves(view.type, field, at.subgraph(), at.provides(), at.opaque(), possible);
    }

    private boolean resolves(
            String type,
            String field,
            String subgraph,
            List<SelectionSet> provides,
            boolean opaque,
            Set<String> possible) {
        if (field.equals("__typename")) {
            return !opaque;
        }
        if (types.isAbstract(type) && sources.isDirect(type, field, subgraph, possible)) {
            FieldSource source = sources.find(type, field, subgraph);
            return source != null && !source.needsInput();
        }
        if (!types.isAbstract(type) && sources.isLocal(type, field, subgraph)) {
            return true;
        }
        FieldSource source = sources.find(type, field, subgraph);
        return source != null
                && source.contextArguments().isEmpty()
                && (Sources.isProvided(provides, field) || sources.isKeyField(type, field, subgraph));
    }

    /** Whether all of a selection can be answered there. */
    boolean resolvesAll(TypeView view, SelectionSet selections, Reach at) {
        return resolvesAll(view.type, selections, at.subgraph(), at.provides(), at.opaque());
    }

    private boolean resolvesAll(
            String type, SelectionSet selections, String subgraph, List<SelectionSet> provides, boolean opaque) {
        for (Selection<?> selection : selections.getSelections()) {
            if (!resolvesOne(type, selection, subgraph, provides, opaque)) {
                return false;
            }
        }
        return true;
    }

    private boolean resolvesOne(
            String type, Selection<?> selection, String subgraph, List<SelectionSet> provides, boolean opaque) {
        if (selection instanceof InlineFragment fragment) {
            String onType = fragment.getTypeCondition() == null
                    ? type
                    : fragment.getTypeCondition().getName();
            return resolvesAll(
                    onType, fragment.getSelectionSet(), subgraph, Sources.providedOn(provides, onType), opaque);
        }
        if (!(selection instanceof Field field)
                || !resolves(type, field.getName(), subgraph, provides, opaque, types.possibleTypes(type))) {
            return false;
        }
        return field.getSelectionSet() == null || resolvesNested(type, field, subgraph, provides);
    }

    private boolean resolvesNested(String type, Field field, String subgraph, List<SelectionSet> provides) {
        FieldSource source = sources.find(type, field.getName(), subgraph);
        if (source == null) {
            return false;
        }
        List<SelectionSet> under = provides(source, field.getName(), provides);
        String nested = source.type().name();
        return resolvesAll(
                nested, field.getSelectionSet(), subgraph, under, sources.isInterfaceObject(nested, subgraph));
    }

    /** What a subgraph provides under a field, by the field's own directive or by one further up. */
    static List<SelectionSet> provides(FieldSource source, String field, List<SelectionSet> outer) {
        List<SelectionSet> under = new ArrayList<>(Sources.providedUnder(outer, field));
        FieldSet own = source.provides();
        if (own != null) {
            under.add(own.selections());
        }
        return under;
    }
}
