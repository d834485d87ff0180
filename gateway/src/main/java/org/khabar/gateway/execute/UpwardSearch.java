package org.khabar.gateway.execute;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.khabar.gateway.execute.Site.Parent;

/** Follows the ways from some sites up to the root. No way is a dead end, so each place costs only its depth. */
final class UpwardSearch {
    private final int limit;
    private final List<Found> found = new ArrayList<>();
    private final Deque<Parent> way = new ArrayDeque<>();

    /** A search for so many places at most. */
    UpwardSearch(int limit) {
        this.limit = limit;
    }

    boolean isFull() {
        return found.size() >= limit;
    }

    /** Adds the places of an object's site. */
    void add(Site site) {
        climb(site, site);
    }

    private void climb(Site from, Site to) {
        if (to.parents().isEmpty()) {
            found.add(found(from));
        }
        for (Parent parent : to.parents()) {
            if (isFull()) {
                return;
            }
            way.push(parent);
            climb(from, parent.site());
            way.pop();
        }
    }

    private Found found(Site site) {
        int[] order = way.stream().mapToInt(Parent::order).toArray();
        List<Object> path = way.stream().map(Parent::step).toList();
        return new Found(order, new TreeLocator.Place(path, (DataObject) site.value(), site.selection()));
    }

    /** What was found, in the order of the answer. */
    List<TreeLocator.Place> places() {
        return found.stream()
                .sorted((one, other) -> Arrays.compare(one.order, other.order))
                .map(Found::place)
                .toList();
    }

    private record Found(int[] order, TreeLocator.Place place) {}
}
