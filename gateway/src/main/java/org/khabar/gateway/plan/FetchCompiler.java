package org.khabar.gateway.plan;

import graphql.language.AstPrinter;
import graphql.language.Directive;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.khabar.gateway.json.JsonKey;
import org.khabar.gateway.plan.AnswerShape.Layout;
import org.khabar.gateway.plan.FetchGroup.Representation;
import org.khabar.gateway.plan.FetchGroup.RepresentedField;
import org.khabar.gateway.plan.PlanNode.BatchNode;
import org.khabar.gateway.plan.PlanNode.ConditionNode;
import org.khabar.gateway.plan.PlanNode.FetchNode;
import org.khabar.gateway.plan.PlanNode.FlattenNode;
import org.khabar.gateway.plan.RepresentationPlan.Part;
import org.khabar.gateway.plan.RepresentationPlan.Spec;
import org.khabar.gateway.supergraph.TypeRef;

/** Makes a plan's fetch nodes of finished groups. */
final class FetchCompiler {
    private final Types types;
    private final int maxFields;
    private final Map<String, VariableDefinition> variables;
    private final List<Directive> directives;
    /** The variable that carries entities. */
    private final String entities;

    /**
     * A compiler for fetches of one operation.
     *
     * @param maxFields bound on the fields written in one fetch
     */
    FetchCompiler(Types types, OperationDefinition operation, int maxFields) {
        this.types = types;
        this.maxFields = maxFields;
        this.entities = VariableNames.freePrefix("representations", operation);
        this.directives = operation.getDirectives();
        this.variables = operation.getVariableDefinitions().stream()
                .collect(Collectors.toMap(VariableDefinition::getName, definition -> definition, (first, _) -> first));
    }

    /** The group as a node, with those that are sent along. */
    PlanNode compile(FetchGroup group, IntSupplier ids) {
        PlanNode own = compile(group, ids.getAsInt());
        if (group.companions().isEmpty()) {
            return own;
        }
        List<PlanNode> nodes = new ArrayList<>(List.of(own));
        group.companions().forEach(other -> nodes.add(compile(other, ids.getAsInt())));
        return new BatchNode(group.subgraph, nodes);
    }

    /** The group as a node: its fetch, under the path and the condition that it has. */
    private PlanNode compile(FetchGroup group, int id) {
        Condition condition = condition(group);
        PlanNode node = fetch(group, id, condition);
        if (group.at != null) {
            node = new FlattenNode(new FlattenPaths(types).of(group.places()), node);
        }
        return condition.isAlways() ? node : new ConditionNode(condition, node);
    }

    private FetchNode fetch(FetchGroup group, int id, Condition known) {
        String selections = SelectionPrinter.print(group.selection, known, false, maxFields);
        PassedDirectives passed = passed(group);
        List<String> used = used(group, selections, passed);
        RepresentationPlan representations = representations(group);
        boolean separate = group.at != null && group.at.data.isUnshared();
        return new FetchNode(
                id,
                group.subgraph,
                group.operation,
                document(group, used, passed, selections),
                used,
                representations,
                contexts(group, used, known),
                separate,
                shape(group.selection),
                rootKeys(group.selection),
                text(group, known));
    }

    private String document(FetchGroup group, List<String> used, PassedDirectives passed, String selections) {
        boolean root = group.at == null || group.representations.isEmpty();
        List<String> definitions = new ArrayList<>();
        if (!root) {
            definitions.add("$" + entities + ":[_Any!]!");
        }
        group.contexts.forEach(context -> definitions.add(variable(context).definition("")));
        used.forEach(name -> definitions.add(AstPrinter.printAstCompact(definition(name))));
        String head = group.operation.name().toLowerCase(Locale.ROOT)
                + (definitions.isEmpty() ? "" : "(" + String.join(",", definitions) + ")")
                + passed.text();
        if (root) {
            return head.equals("query") ? selections : head + selections;
        }
        return head + "{_entities(representations:$" + entities + ")" + selections + "}";
    }

    /** The operation's directives, where they may stand on the kind of operation that is sent. */
    private PassedDirectives passed(FetchGroup group) {
        return PassedDirectives.of(directives.stream()
                .filter(directive -> types.allows(directive.getName(), group.operation))
                .toList());
    }

    private static List<String> used(FetchGroup group, String selections, PassedDirectives passed) {
        Set<String> used = new TreeSet<>(passed.variables());
        FetchVariables.of(group.selection).stream()
                .filter(name -> mentions(selections, name))
                .forEach(used::add);
        return List.copyOf(used);
    }

    /** A condition that holds for the whole fetch is not written, nor are variables that only it has. */
    private static boolean mentions(String selections, String variable) {
        return Pattern.compile("\\$" + variable + "\\b").matcher(selections).find();
    }

    private VariableDefinition definition(String name) {
        VariableDefinition definition = variables.get(name);
        if (definition == null) {
            throw new IllegalArgumentException("Variable $" + name + " is not defined");
        }
        return definition;
    }

    private String text(FetchGroup group, Condition known) {
        String selections = SelectionPrinter.print(group.selection, known, true, maxFields);
        if (group.representations.isEmpty()) {
            return selections;
        }
        return RepresentationPrinter.print(group) + " =>\n" + selections;
    }

    private static List<String> rootKeys(FetchSelection selection) {
        List<String> keys = new ArrayList<>();
        selection.fields.keySet().stream()
                .filter(key -> !key.equals("__typename"))
                .forEach(keys::add);
        selection.fragments.values().forEach(fragment -> keys.addAll(rootKeys(fragment)));
        return keys.stream().distinct().toList();
    }

    private static Condition condition(FetchGroup group) {
        return condition(group.selection);
    }

    private static Condition condition(FetchSelection selection) {
        Condition condition = Condition.NEVER;
        for (FetchSelection.Entry entry : selection.fields.values()) {
            condition = condition.or(entry.field().condition());
        }
        for (FetchSelection fragment : selection.fragments.values()) {
            condition = condition.or(condition(fragment));
        }
        return condition.guards().isEmpty() ? Condition.ALWAYS : condition;
    }

    static AnswerShape shape(FetchSelection selection) {
        Map<String, List<FetchSelection>> nested = new LinkedHashMap<>();
        Map<String, DataPath.Slot> slots = new LinkedHashMap<>();
        gather(selection, nested, slots);
        return shape(selection.data, nested, slots);
    }

    private static AnswerShape shape(
            DataPath data, Map<String, List<FetchSelection>> nested, Map<String, DataPath.Slot> slots) {
        List<AnswerShape.Entry> entries = new ArrayList<>();
        slots.forEach((key, slot) -> entries.add(new AnswerShape.Entry(
                JsonKey.of(key),
                slot.index(),
                slot.path() == null ? null : shape(slot.path(), nested.getOrDefault(key, List.of())))));
        return new AnswerShape(new Layout(data.leafCount(), data.childCount()), entries);
    }

    private static AnswerShape shape(DataPath data, List<FetchSelection> selections) {
        Map<String, List<FetchSelection>> nested = new LinkedHashMap<>();
        Map<String, DataPath.Slot> slots = new LinkedHashMap<>();
        selections.forEach(selection -> gather(selection, nested, slots));
        return shape(data, nested, slots);
    }

    private static void gather(
            FetchSelection selection, Map<String, List<FetchSelection>> nested, Map<String, DataPath.Slot> slots) {
        selection.fields.forEach((key, entry) -> {
            slots.put(key, entry.field().slot);
            if (entry.selection() != null) {
                nested.computeIfAbsent(key, _ -> new ArrayList<>()).add(entry.selection());
            }
        });
        selection.fragments.values().forEach(fragment -> gather(fragment, nested, slots));
    }

    private ContextPlan contexts(FetchGroup group, List<String> used, Condition known) {
        return group.at == null || group.representations.isEmpty()
                ? ContextPlan.NONE
                : new ContextPlan(
                        entities,
                        variables(group),
                        passed(group).text(),
                        used.stream()
                                .map(name -> AstPrinter.printAstCompact(definition(name)))
                                .toList(),
                        SelectionPrinter.cut(group.selection, known, maxFields));
    }

    /** What is sent as variables from above the entities. */
    List<ContextPlan.Variable> variables(FetchGroup group) {
        return group.contexts.stream().map(this::variable).toList();
    }

    private ContextPlan.Variable variable(FetchGroup.Context context) {
        TypeRef type = context.source().argument().type();
        return new ContextPlan.Variable(
                context.variable(),
                type.toString(),
                !type.equals(type.unwrapNonNull()),
                context.source().depth(),
                parts(context.source().fields()));
    }

    /** What the group selects, whatever is known to hold. */
    String selections(FetchGroup group) {
        return SelectionPrinter.print(group.selection, Condition.ALWAYS, false, maxFields);
    }

    /** How the group's representations are made. */
    RepresentationPlan representations(FetchGroup group) {
        if (group.at == null || group.representations.isEmpty()) {
            return RepresentationPlan.NONE;
        }
        Spec base = null;
        Map<String, Spec> byType = new HashMap<>();
        for (Map.Entry<String, Representation> entry : group.representations.entrySet()) {
            if (entry.getKey().equals(group.at.type)) {
                base = spec(entry.getValue());
            } else {
                byType.put(entry.getKey(), spec(entry.getValue()));
            }
        }
        Spec shared = base;
        if (shared != null) {
            byType.replaceAll((_, own) -> both(shared, own));
        }
        return new RepresentationPlan(byType, shared);
    }

    private static Spec both(Spec base, Spec own) {
        List<Part> parts = new ArrayList<>(base.fields());
        own.fields().stream()
                .filter(part -> parts.stream().noneMatch(other -> other.name().equals(part.name())))
                .forEach(parts::add);
        return new Spec(own.typename(), parts);
    }

    private Spec spec(Representation representation) {
        return new Spec(representation.typename(), parts(representation.fields()));
    }

    private List<Part> parts(List<RepresentedField> fields) {
        return fields.stream().map(this::part).toList();
    }

    private Part part(RepresentedField field) {
        PlanField planned = field.field();
        Set<String> onTypes = planned.view.isBase() ? Set.of() : types.possibleTypes(field.onType());
        return new Part(planned.name, onTypes, field.key(), planned.slot.index(), parts(field.fields()));
    }
}
