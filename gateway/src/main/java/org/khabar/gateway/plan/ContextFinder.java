package org.khabar.gateway.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.supergraph.ContextArgument;
import org.khabar.gateway.supergraph.FieldSource;

/** Finds the objects that contextual arguments take their values from: the nearest above that set the context. */
final class ContextFinder {
    private final Sources sources;
    private final Types types;
    private final Requirements requirements;

    ContextFinder(Sources sources, Types types, Requirements requirements) {
        this.sources = sources;
        this.types = types;
        this.requirements = requirements;
    }

    /** Where each contextual argument of a field comes from; empty when some context is not set, or not by all types. */
    Optional<List<ContextSource>> find(PlanField field, FieldSource source) {
        List<ContextSource> found = new ArrayList<>();
        for (ContextArgument argument : source.contextArguments()) {
            TypeView setter = setter(field.view.node, argument.context());
            if (setter == null) {
                return Optional.empty();
            }
            found.add(new ContextSource(
                    argument,
                    setter,
                    requirements.of(setter, argument.selection().selections(), false)));
        }
        return Optional.of(found);
    }

    private @Nullable TypeView setter(PathNode place, String context) {
        for (PlanField step = place.parent; step != null; step = step.view.node.parent) {
            TypeView view = step.view;
            if (sources.setters().sets(view.type, context)) {
                return view;
            }
            if (types.isAbstract(view.type) && someSet(view, context)) {
                // Which object is nearest then depends on its type: the field has to be fetched type by type
                return null;
            }
        }
        return null;
    }

    private boolean someSet(TypeView view, String context) {
        return types.possibleTypes(view.type).stream()
                .anyMatch(object -> sources.setters().sets(object, context));
    }
}
