package org.khabar.gateway.plan;

import graphql.language.Field;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.ArrayList;
import java.util.List;
import org.khabar.gateway.plan.FetchGroup.RepresentedField;

/** Reads keys and {@code @requires} into the tree: which fields have to be fetched so that they can be sent. */
final class Requirements {
    private final PlanTree tree;
    private final Types types;

    Requirements(PlanTree tree, Types types) {
        this.tree = tree;
        this.types = types;
    }

    /**
     * The fields of a selection at a view.
     *
     * @param key whether objects without a value for them have no identity
     */
    List<RepresentedField> of(TypeView view, SelectionSet selections, boolean key) {
        List<RepresentedField> fields = new ArrayList<>();
        for (Selection<?> selection : selections.getSelections()) {
            if (selection instanceof Field field) {
                fields.addAll(of(view, field, key));
            } else if (selection instanceof InlineFragment fragment) {
                fields.addAll(of(view, fragment, key));
            }
        }
        return fields;
    }

    private List<RepresentedField> of(TypeView view, InlineFragment fragment, boolean key) {
        String wanted = fragment.getTypeCondition() == null
                ? view.type
                : fragment.getTypeCondition().getName();
        List<RepresentedField> fields = new ArrayList<>();
        for (String onType : types.narrow(view.node.type, view.type, wanted)) {
            fields.addAll(of(view.node.view(onType), fragment.getSelectionSet(), key));
        }
        return fields;
    }

    private List<RepresentedField> of(TypeView view, Field field, boolean key) {
        List<RepresentedField> fields = new ArrayList<>();
        for (PlanField planned : tree.fields(view, Asked.required(field))) {
            planned.alsoUnder(Condition.ALWAYS);
            planned.keepWhole();
            fields.add(new RepresentedField(planned.view.type, planned, key, nested(planned, field, key)));
        }
        return fields;
    }

    private List<RepresentedField> nested(PlanField planned, Field field, boolean key) {
        PathNode child = planned.child();
        if (child == null || field.getSelectionSet() == null) {
            return List.of();
        }
        List<RepresentedField> nested = new ArrayList<>();
        if (types.isAbstract(child.type)) {
            PlanField typename = tree.typename(child.base());
            typename.alsoUnder(Condition.ALWAYS);
            nested.add(new RepresentedField(child.type, typename, key, List.of()));
        }
        of(child.base(), field.getSelectionSet(), key).stream()
                .filter(one -> nested.stream().noneMatch(other -> other.field() == one.field()))
                .forEach(nested::add);
        return nested;
    }

    /** The leaves among the fields, which are what has to be found. */
    static List<PlanField> leaves(List<RepresentedField> fields) {
        List<PlanField> leaves = new ArrayList<>();
        for (RepresentedField field : fields) {
            if (field.fields().isEmpty()) {
                leaves.add(field.field());
            } else {
                leaves.addAll(leaves(field.fields()));
            }
        }
        return leaves;
    }
}
