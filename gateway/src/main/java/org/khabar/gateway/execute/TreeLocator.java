package org.khabar.gateway.execute;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.plan.OutputSelection;
import org.khabar.gateway.plan.OutputSelection.OutputField;

/**
 * Finds where objects stand in the answer. An entity that was asked for once can stand in many places, which are as many
 * as the ways to it through entities that stand in many places themselves. So the tree is walked once for all searches,
 * each object and list once under each selection; places are then found from the object upwards.
 */
final class TreeLocator {
    private final DataObject root;
    private final OutputSelection output;
    private final Predicate<String> variables;
    private final int limit;
    private final Set<DataObject> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<DataObject, List<Site>> sites = new IdentityHashMap<>();
    private final Map<OutputSelection, Map<Object, Site>> visited = new IdentityHashMap<>();
    private final Map<List<?>, List<Place>> known = new IdentityHashMap<>();

    /**
     * A locator for one answer.
     *
     * @param variables tells whether a Boolean variable is true
     * @param limit how many places to look for at once
     * @param problems whose objects will be looked for
     */
    TreeLocator(
            DataObject root,
            OutputSelection output,
            Predicate<String> variables,
            int limit,
            List<FetchProblem> problems) {
        this.root = root;
        this.output = output;
        this.variables = variables;
        this.limit = limit;
        problems.forEach(problem -> problem.targets().forEach(wanted::addAll));
        if (!wanted.isEmpty()) {
            visit(root, output);
        }
    }

    /** The places of the objects of one representation, in the order of the answer. */
    List<Place> find(List<DataObject> objects) {
        return known.computeIfAbsent(objects, _ -> places(List.of(objects)));
    }

    /** The places of the objects of some representations, in the order of the answer. */
    List<Place> findAll(List<List<DataObject>> targets) {
        return known.computeIfAbsent(targets, _ -> places(targets));
    }

    private List<Place> places(List<List<DataObject>> targets) {
        UpwardSearch search = new UpwardSearch(limit);
        for (List<DataObject> objects : targets) {
            for (DataObject object : objects) {
                if (search.isFull()) {
                    return search.places();
                }
                sites.getOrDefault(object, List.of()).forEach(search::add);
            }
        }
        return search.places();
    }

    /** The site of an object or a list; {@link Site#NOWHERE} when it is not on the way to anything wanted. */
    private Site visit(@Nullable Object value, OutputSelection selection) {
        if (!(value instanceof DataList || value instanceof DataObject)) {
            return Site.NOWHERE;
        }
        Map<Object, Site> here = visited.computeIfAbsent(selection, _ -> new IdentityHashMap<>());
        Site present = here.get(value);
        if (present != null) {
            return present;
        }
        Site site = new Site(value, selection);
        boolean leads = value instanceof DataList list ? items(list, site) : object((DataObject) value, site);
        here.put(value, leads ? site : Site.NOWHERE);
        return leads ? site : Site.NOWHERE;
    }

    /** Whether any of the items leads to something wanted. */
    private boolean items(DataList list, Site site) {
        boolean leads = false;
        for (int i = 0; i < list.size(); i++) {
            Site item = visit(list.get(i), site.selection());
            leads |= item.link(site, i, i, limit);
        }
        return leads;
    }

    private boolean object(DataObject object, Site site) {
        boolean leads = wanted.contains(object);
        if (leads) {
            sites.computeIfAbsent(object, _ -> new ArrayList<>(1)).add(site);
        }
        List<OutputField> fields = site.selection().find(object.type);
        for (int i = 0; fields != null && i < fields.size(); i++) {
            OutputField field = fields.get(i);
            OutputSelection below = field.selection();
            if (field.index() >= 0 && below != null && field.isWanted(variables)) {
                Site child = visit(object.children[field.index()], below);
                leads |= child.link(site, i, field.key().text(), limit);
            }
        }
        return leads;
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
