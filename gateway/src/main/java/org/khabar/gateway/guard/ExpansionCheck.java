package org.khabar.gateway.guard;

import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts what operations expand to. Each fragment is measured once, so that the check itself takes time linear in the
 * document, however often its fragments are spread.
 */
final class ExpansionCheck {
    private final GuardConfig config;
    private final Document document;
    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, Size> measured = new HashMap<>();
    private final Set<String> beingMeasured = new HashSet<>();

    ExpansionCheck(GuardConfig config, Document document) {
        this.config = config;
        this.document = document;
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.put(fragment.getName(), fragment));
    }

    void run() {
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            Size size = measure(operation.getSelectionSet()).with(ownDirectives(operation));
            require(size.fields, config.maxExpandedFields(), "fields once its fragments are expanded");
            require(size.aliases, config.maxAliases(), "aliases");
            require(size.directives, config.maxDirectives(), "directives");
            require(size.depth, config.maxDepth(), "levels of fields");
            require(size.roots, config.maxRootFields(), "fields at the root");
        }
    }

    private static int ownDirectives(OperationDefinition operation) {
        return operation.getDirectives().size()
                + operation.getVariableDefinitions().stream()
                        .mapToInt(variable -> variable.getDirectives().size())
                        .sum();
    }

    private static void require(long count, int limit, String what) {
        if (count > limit) {
            throw LimitExceededException.of(what, limit);
        }
    }

    private Size measure(@Nullable SelectionSet selections) {
        Size size = Size.NOTHING;
        if (selections != null) {
            for (Selection<?> selection : selections.getSelections()) {
                size = size.plus(measure(selection));
            }
        }
        return size;
    }

    private Size measure(Selection<?> selection) {
        int directives = ((DirectivesContainer<?>) selection).getDirectives().size();
        return switch (selection) {
            case Field field -> measure(field.getSelectionSet()).inside(field.getAlias() == null ? 0 : 1, directives);
            case InlineFragment fragment -> measure(fragment.getSelectionSet()).with(directives);
            case FragmentSpread spread -> measure(spread).with(directives);
            default -> Size.NOTHING;
        };
    }

    private Size measure(FragmentSpread spread) {
        String name = spread.getName();
        Size known = measured.get(name);
        FragmentDefinition fragment = fragments.get(name);
        if (known != null || fragment == null) {
            return known == null ? Size.NOTHING : known;
        }
        if (!beingMeasured.add(name)) {
            throw LimitExceededException.of("Fragment '" + name + "' spreads itself");
        }
        Size size = measure(fragment.getSelectionSet())
                .with(fragment.getDirectives().size());
        measured.put(name, size);
        return size;
    }

    /** Counts stop growing at a bound that is beyond every limit. */
    private record Size(long fields, long aliases, long directives, long depth, long roots) {
        static final Size NOTHING = new Size(0, 0, 0, 0, 0);

        private static final long ENOUGH = 1L << 40;

        Size plus(Size other) {
            return new Size(
                    Math.min(ENOUGH, fields + other.fields),
                    Math.min(ENOUGH, aliases + other.aliases),
                    Math.min(ENOUGH, directives + other.directives),
                    Math.max(depth, other.depth),
                    Math.min(ENOUGH, roots + other.roots));
        }

        Size inside(int alias, int ownDirectives) {
            return new Size(fields + 1, aliases + alias, directives + ownDirectives, depth + 1, 1);
        }

        Size with(int ownDirectives) {
            return new Size(fields, aliases, Math.min(ENOUGH, directives + ownDirectives), depth, roots);
        }
    }
}
