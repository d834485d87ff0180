package org.khabar.gateway.execute;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.plan.AnswerShape;
import org.khabar.gateway.plan.OutputSelection;
import org.khabar.gateway.plan.OutputSelection.Kind;
import org.khabar.gateway.plan.OutputSelection.OutputField;

/**
 * Rewrites paths in a subgraph's answer as paths in the client's. What the client selects under several keys is fetched
 * once, so that one path may become several. The way leads through the plan: the data may end in a null before the
 * field that failed.
 */
final class PathTranslator {
    private final Predicate<String> variables;

    /**
     * A translator for one request.
     *
     * @param variables tells whether a Boolean variable is true
     */
    PathTranslator(Predicate<String> variables) {
        this.variables = variables;
    }

    /**
     * The client's paths for a path that starts at an object of the answer. They end early when the client nowhere
     * asks for the field; there are none when it did so on other types than the object's, which a subgraph that cannot
     * tell them apart answers all the same.
     */
    List<List<Object>> translate(TreeLocator.Place place, List<?> path, AnswerShape shape) {
        Translation translation = new Translation(path);
        translation.object(0, place.path(), place.object(), shape, place.output());
        return translation.found.isEmpty() ? translation.cut : translation.found;
    }

    /**
     * The client's fields for a field of a subgraph's answer.
     *
     * @param type the object's type; null when there is no object to tell
     */
    List<OutputField> fields(OutputSelection output, @Nullable String type, AnswerShape.Entry entry) {
        List<OutputField> known = type == null && output.type() == null ? null : output.find(type);
        if (known != null) {
            return matching(known, entry);
        }
        return output.byType().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .map(fields -> matching(fields.getValue(), entry))
                .filter(fields -> !fields.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<OutputField> matching(List<OutputField> fields, AnswerShape.Entry entry) {
        return fields.stream()
                .filter(field -> field.index() >= 0 && field.index() == entry.index())
                .filter(field -> (field.kind() == Kind.OBJECT) == (entry.shape() != null))
                .filter(field -> field.isWanted(variables))
                .toList();
    }

    /** One path on its way. */
    private final class Translation {
        private final List<?> path;
        private final List<List<Object>> found = new ArrayList<>();
        private final List<List<Object>> cut = new ArrayList<>();

        Translation(List<?> path) {
            this.path = path;
        }

        private void object(
                int step, List<Object> prefix, @Nullable Object value, AnswerShape shape, OutputSelection output) {
            List<OutputField> fields = step < path.size() ? fieldsAt(step, value, shape, output) : List.of();
            if (fields.isEmpty() && !isForOthers(step, value, shape, output)) {
                (step < path.size() ? cut : found).add(prefix);
            }
            for (OutputField field : fields) {
                field(step, prefix, value, shape, field);
            }
        }

        /** Whether the client asked for the field, but only on other types than the object has. */
        private boolean isForOthers(int step, @Nullable Object value, AnswerShape shape, OutputSelection output) {
            return step < path.size()
                    && value instanceof DataObject object
                    && output.find(object.type) != null
                    && !fieldsAt(step, null, shape, output).isEmpty();
        }

        private List<OutputField> fieldsAt(
                int step, @Nullable Object value, AnswerShape shape, OutputSelection output) {
            String type = value instanceof DataObject object ? object.type : null;
            return shape.entries().stream()
                    .filter(entry -> entry.key().text().equals(path.get(step)))
                    .flatMap(entry -> fields(output, type, entry).stream())
                    .toList();
        }

        private void field(
                int step, List<Object> prefix, @Nullable Object value, AnswerShape shape, OutputField field) {
            List<Object> longer = new ArrayList<>(prefix);
            longer.add(field.key().text());
            Object below = value instanceof DataObject object && field.selection() != null
                    ? object.children[field.index()]
                    : null;
            int next = step + 1;
            while (next < path.size() && path.get(next) instanceof Integer index) {
                longer.add(index);
                below = below instanceof DataList list && index >= 0 ? list.get(index) : null;
                next++;
            }
            AnswerShape shapeBelow = shapeOf(shape, path.get(step));
            OutputSelection outputBelow = field.selection();
            if (shapeBelow == null || outputBelow == null) {
                found.add(longer);
            } else {
                object(next, longer, below, shapeBelow, outputBelow);
            }
        }

        private static @Nullable AnswerShape shapeOf(AnswerShape shape, Object key) {
            for (AnswerShape.Entry entry : shape.entries()) {
                if (entry.key().text().equals(key)) {
                    return entry.shape();
                }
            }
            return null;
        }
    }
}
