package org.khabar.gateway.supergraph.merge;

import static org.khabar.gateway.supergraph.CompositionCode.OVERRIDE_COLLISION_WITH_ANOTHER_DIRECTIVE;
import static org.khabar.gateway.supergraph.CompositionCode.OVERRIDE_FROM_SELF_ERROR;
import static org.khabar.gateway.supergraph.CompositionCode.OVERRIDE_LABEL_INVALID;
import static org.khabar.gateway.supergraph.CompositionCode.OVERRIDE_ON_INTERFACE;
import static org.khabar.gateway.supergraph.CompositionCode.OVERRIDE_SOURCE_HAS_OVERRIDE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.khabar.gateway.supergraph.CompositionCode;
import org.khabar.gateway.supergraph.FieldOverride;
import org.khabar.gateway.supergraph.subgraph.FieldCoordinate;
import org.khabar.gateway.supergraph.subgraph.FieldDecl;
import org.khabar.gateway.supergraph.subgraph.FieldedDecl;
import org.khabar.gateway.supergraph.subgraph.SubgraphSchema;
import org.khabar.gateway.supergraph.subgraph.UsedExternals;

/** Follows {@code @override}: checks each, and finds what becomes of the field in the subgraph that had it. */
final class OverrideMerge {
    private static final Pattern LABEL =
            Pattern.compile("[a-zA-Z][a-zA-Z0-9_\\-:./]*|percent\\((\\d{1,2}(\\.\\d{1,8})?|100)\\)");

    private final MergeContext context;
    private final Overrides overrides = new Overrides();
    private final Map<String, Set<FieldCoordinate>> usedBySubgraph = new HashMap<>();

    private OverrideMerge(MergeContext context) {
        this.context = context;
    }

    static Overrides of(MergeContext context) {
        OverrideMerge merge = new OverrideMerge(context);
        for (SubgraphSchema subgraph : context.subgraphs()) {
            for (FieldedDecl type : subgraph.fieldedTypes()) {
                type.fields()
                        .values()
                        .forEach(field ->
                                field.override().ifPresent(override -> merge.add(subgraph, type, field, override)));
            }
        }
        return merge.overrides;
    }

    private void add(SubgraphSchema subgraph, FieldedDecl type, FieldDecl field, FieldOverride override) {
        FieldCoordinate coordinate = new FieldCoordinate(type.name(), field.name());
        if (isMisplaced(subgraph, type, coordinate, override)) {
            return;
        }
        if (!context.hasSubgraph(override.from())) {
            hint(
                    "FROM_SUBGRAPH_DOES_NOT_EXIST",
                    coordinate,
                    "overrides it from \"" + override.from() + "\", which is no subgraph.",
                    subgraph);
            return;
        }
        SubgraphSchema source = context.subgraph(override.from());
        Optional<FieldDecl> overridden = source.findField(type.name(), field.name());
        if (overridden.isEmpty()) {
            checkNotAbstracted(subgraph, coordinate, source);
        } else if (!collides(subgraph, field, source, overridden.get(), coordinate)) {
            move(subgraph, source, coordinate, override);
        }
    }

    private boolean isMisplaced(
            SubgraphSchema subgraph, FieldedDecl type, FieldCoordinate coordinate, FieldOverride override) {
        if (type.isInterface()) {
            error(OVERRIDE_ON_INTERFACE, subgraph, coordinate, "has @override, but it is a field of an interface.");
            return true;
        }
        if (type.isInterfaceObject()) {
            error(
                    OVERRIDE_COLLISION_WITH_ANOTHER_DIRECTIVE,
                    subgraph,
                    coordinate,
                    "has @override, but it is a field of an @interfaceObject type.");
            return true;
        }
        if (override.from().equals(subgraph.name())) {
            error(OVERRIDE_FROM_SELF_ERROR, subgraph, coordinate, "is overridden from the subgraph itself.");
            return true;
        }
        return false;
    }

    private void checkNotAbstracted(SubgraphSchema subgraph, FieldCoordinate coordinate, SubgraphSchema source) {
        Set<String> abstractions =
                InterfaceObjects.abstracting(context, coordinate.type(), coordinate.field(), source.name());
        if (!abstractions.isEmpty()) {
            error(
                    OVERRIDE_COLLISION_WITH_ANOTHER_DIRECTIVE,
                    subgraph,
                    coordinate,
                    "is overridden from \"" + source.name() + "\", which has it only through its @interfaceObject "
                            + String.join(", ", abstractions) + ".");
            return;
        }
        hint(
                "OVERRIDE_DIRECTIVE_CAN_BE_REMOVED",
                coordinate,
                "is overridden from \"" + source.name() + "\", which does not have it any more.",
                subgraph);
    }

    private boolean collides(
            SubgraphSchema subgraph,
            FieldDecl field,
            SubgraphSchema source,
            FieldDecl overridden,
            FieldCoordinate coordinate) {
        if (overridden.override().isPresent()) {
            context.log()
                    .error(
                            OVERRIDE_SOURCE_HAS_OVERRIDE,
                            List.of(subgraph.name(), source.name()),
                            coordinate.toString(),
                            "Field " + coordinate + " has @override in \"" + subgraph.name() + "\" and in \""
                                    + source.name() + "\", where it is overridden from; only one may override it.");
            return true;
        }
        if (field.external()) {
            error(OVERRIDE_COLLISION_WITH_ANOTHER_DIRECTIVE, subgraph, coordinate, "has both @override and @external.");
            return true;
        }
        Optional<String> conflict = conflict(overridden);
        conflict.ifPresent(directive -> error(
                OVERRIDE_COLLISION_WITH_ANOTHER_DIRECTIVE,
                subgraph,
                coordinate,
                "is overridden from \"" + source.name() + "\", where it has " + directive + "."));
        return conflict.isPresent();
    }

    private static Optional<String> conflict(FieldDecl overridden) {
        if (overridden.requires().isPresent()) {
            return Optional.of("@requires");
        }
        return overridden.provides().map(_ -> "@provides");
    }

    private void move(SubgraphSchema subgraph, SubgraphSchema source, FieldCoordinate field, FieldOverride override) {
        String label = override.label();
        if (label != null && !LABEL.matcher(label).matches()) {
            error(
                    OVERRIDE_LABEL_INVALID,
                    subgraph,
                    field,
                    "has the @override label \"" + label + "\"; a label starts with a letter and holds letters, digits "
                            + "and _ - : . / only, or is percent(x) with x from 0 to 100.");
            overrides.markGone(field, source.name());
            return;
        }
        if (isExternalAt(source, field)) {
            hint(
                    "OVERRIDE_DIRECTIVE_CAN_BE_REMOVED",
                    field,
                    "is overridden from \"" + source.name() + "\", where it is @external: that does not resolve it.",
                    subgraph);
        } else if (label != null) {
            overrides.markLabelled(field, source.name(), label);
        } else if (isUsed(source, field)) {
            overrides.markUsed(field, source.name());
        } else {
            overrides.markGone(field, source.name());
        }
    }

    private static boolean isExternalAt(SubgraphSchema source, FieldCoordinate field) {
        return source.findField(field.type(), field.field())
                .filter(FieldDecl::external)
                .isPresent();
    }

    private boolean isUsed(SubgraphSchema source, FieldCoordinate field) {
        return usedBySubgraph
                .computeIfAbsent(source.name(), _ -> UsedExternals.of(source))
                .contains(field);
    }

    private void error(CompositionCode code, SubgraphSchema subgraph, FieldCoordinate field, String what) {
        context.log()
                .error(
                        code,
                        subgraph.name(),
                        field.toString(),
                        "Field " + field + " of \"" + subgraph.name() + "\" " + what);
    }

    private void hint(String code, FieldCoordinate field, String what, SubgraphSchema subgraph) {
        context.log().hint(code, field.toString(), "Field " + field + " of \"" + subgraph.name() + "\" " + what);
    }
}
