package org.khabar.gateway.plan;

import java.util.List;
import org.khabar.gateway.plan.FetchGroup.RepresentedField;

/** Writes what a fetch sends as representations, for people. */
final class RepresentationPrinter {
    private RepresentationPrinter() {}

    static String print(FetchGroup group) {
        StringBuilder text = new StringBuilder("{");
        group.representations.forEach((type, representation) -> {
            text.append("\n  ... on ").append(type).append(" {\n    __typename");
            print(representation.fields(), type, 2, text);
            text.append("\n  }");
        });
        text.append("\n}");
        for (FetchGroup.Context context : group.contexts) {
            text.append(" with $").append(context.variable()).append(" of ");
            text.append(context.source().from().node.data.name()).append(" {");
            print(context.source().fields(), context.source().from().type, 1, text);
            text.append("\n}");
        }
        return text.toString();
    }

    private static void print(List<RepresentedField> fields, String type, int indent, StringBuilder text) {
        for (RepresentedField field : fields) {
            String condition = field.onType().equals(type) ? "" : "... on " + field.onType() + " ";
            text.append('\n').append("  ".repeat(indent)).append(condition);
            text.append(condition.isEmpty() ? "" : "{ ").append(field.field().name);
            if (!field.fields().isEmpty()) {
                text.append(" {");
                print(field.fields(), field.field().type.name(), indent + 1, text);
                text.append('\n').append("  ".repeat(indent)).append('}');
            }
            text.append(condition.isEmpty() ? "" : " }");
        }
    }
}
