package org.khabar.gateway.plan;

import java.util.ArrayList;
import java.util.List;
import org.khabar.gateway.plan.RepresentationPlan.Part;

/**
 * What an entity fetch is sent from objects above those that it asks for ({@code @fromContext}). The values are
 * variables; where they differ between the objects, each group of objects with the same values is asked for under an
 * alias of its own, with variables of its own.
 *
 * @param variables the variables
 * @param definitions definitions of the client's variables that the fetch uses
 * @param selections what is selected of the entities, cut behind each mention of one of the variables
 */
public record ContextPlan(List<Variable> variables, List<String> definitions, List<String> selections) {
    /** Nothing is sent. */
    public static final ContextPlan NONE = new ContextPlan(List.of(), List.of(), List.of());

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
        List<String> defined = new ArrayList<>();
        StringBuilder fields = new StringBuilder();
        for (int group = 0; group < groups; group++) {
            String suffix = "_" + group;
            defined.add("$representations" + suffix + ":[_Any!]!");
            variables.forEach(variable -> defined.add(variable.definition(suffix)));
            fields.append(suffix)
                    .append(":_entities(representations:$representations")
                    .append(suffix)
                    .append(')');
            fields.append(String.join(suffix, selections));
        }
        defined.addAll(definitions);
        return "query(" + String.join(",", defined) + "){" + fields + "}";
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
