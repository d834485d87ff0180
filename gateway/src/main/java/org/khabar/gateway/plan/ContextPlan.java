package org.khabar.gateway.plan;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.khabar.gateway.plan.RepresentationPlan.Part;

/**
 * How an entity fetch is sent along with others, and what it is sent from objects above those that it asks for
 * ({@code @fromContext}). Those values are variables; where they differ between the objects, each group of objects with the same values is asked for under an
 * alias of its own, with variables of its own.
 *
 * @param entities the variable that carries the entities; the client has none whose name begins so
 * @param variables the variables
 * @param directives the directives of the operation
 * @param definitions definitions of the client's variables that the fetch uses
 * @param selections what is selected of the entities, cut behind each mention of one of the variables
 */
public record ContextPlan(
        String entities,
        List<Variable> variables,
        String directives,
        List<String> definitions,
        List<String> selections) {
    /** Nothing is sent. */
    public static final ContextPlan NONE = new ContextPlan("", List.of(), "", List.of(), List.of());

    public ContextPlan {
        variables = List.copyOf(variables);
        definitions = List.copyOf(definitions);
        selections = List.copyOf(selections);
    }

    /** Whether nothing is sent. */
    public boolean isEmpty() {
        return variables.isEmpty();
    }

    /** The operation for a number of groups; aliases are {@code _0} and so on, and variables end with the same. */
    public String document(int groups) {
        return document(Collections.nCopies(groups, this));
    }

    /** The operation for several entity fetches, or groups of one, at once; see {@link #document(int)}. */
    public static String document(List<ContextPlan> parts) {
        Set<String> defined = new LinkedHashSet<>();
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            ContextPlan part = parts.get(i);
            String suffix = "_" + i;
            String own = "$" + part.entities + suffix;
            defined.add(own + ":[_Any!]!");
            part.variables.forEach(variable -> defined.add(variable.definition(suffix)));
            fields.append(suffix)
                    .append(":_entities(representations:")
                    .append(own)
                    .append(')')
                    .append(String.join(suffix, part.selections));
        }
        parts.forEach(part -> defined.addAll(part.definitions));
        return "query(" + String.join(",", defined) + ")" + parts.getFirst().directives + "{" + fields + "}";
    }

    /**
     * A variable that carries a value from above.
     *
     * @param name its name
     * @param type its type
     * @param required whether it must not be null
     * @param depth how many fields lead from the root to the objects that the value is of
     * @param parts the fields that lead from there to the value, by type
     */
    public record Variable(String name, String type, boolean required, int depth, List<Part> parts) {
        public Variable {
            parts = List.copyOf(parts);
        }

        String definition(String suffix) {
            return "$" + name + suffix + ":" + type;
        }
    }
}
