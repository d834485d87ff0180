package org.khabar.gateway.execute;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.plan.OutputSelection;
import org.khabar.gateway.plan.OutputSelection.OutputField;

/** Finds where objects stand in the answer. An entity that was asked for once can stand in many places. */
final class TreeLocator {
    private final DataObject root;
    private final OutputSelection output;
    private final Predicate<String> variables;
    private final int limit;

    /**
     * A locator for one answer.
     *
     * @param variables tells whether a Boolean variable is true
     * @param limit how many places to look for at once
     */
    TreeLocator(DataObject root, OutputSelection output, Predicate<String> variables, int limit) {
        this.root = root;
        this.output = output;
        this.variables = variables;
        this.limit = limit;
    }

    /** The places of some objects, in the order of the answer. */
    List<Place> find(List<DataObject> wanted) {
        Search search = new Search(wanted);
        search.visit(root, output);
        return search.found;
    }

    /** A walk over the answer. */
    private final class Search {
        private final Set<DataObject> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
        private final List<Place> found = new ArrayList<>();
        private final ResponsePath path = new ResponsePath();

        Search(List<DataObject> wanted) {
            this.wanted.addAll(wanted);
        }

        private void visit(@Nullable Object value, OutputSelection selection) {
            if (value instanceof DataList list) {
                for (int i = 0; i < list.size() && found.size() < limit; i++) {
                    path.push(i);
                    visit(list.get(i), selection);
                    path.pop();
                }
            } else if (value instanceof DataObject object) {
                visit(object, selection);
            }
        }

        private void visit(DataObject object, OutputSelection selection) {
            if (wanted.contains(object)) {
                found.add(new Place(path.toList(), object, selection));
            }
            List<OutputField> fields = selection.find(object.type);
            if (fields == null || found.size() >= limit) {
                return;
            }
            for (OutputField field : fields) {
                OutputSelection below = field.selection();
                if (field.index() >= 0 && below != null && field.isWanted(variables)) {
                    path.push(field.key().text());
                    visit(object.children[field.index()], below);
                    path.pop();
                }
            }
        }
    }

    /**
     * Where an object stands.
     *
     * @param path from the root of the answer
     * @param object the object
     * @param output how it is written
     */
    record Place(List<Object> path, DataObject object, OutputSelection output) {}
}
