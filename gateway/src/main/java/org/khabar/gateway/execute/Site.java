package org.khabar.gateway.execute;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.khabar.gateway.plan.OutputSelection;

/**
 * An object or a list under one selection, wherever in the answer that is.
 *
 * @param value the object or the list
 * @param selection how it, or its items, are written
 * @param parents the ways to it
 */
record Site(Object value, OutputSelection selection, List<Parent> parents) {
    /** No place that matters. */
    static final Site NOWHERE = new Site(DataObject.NULL, new OutputSelection(null, Map.of(), null), List.of());

    Site(Object value, OutputSelection selection) {
        this(value, selection, new ArrayList<>(1));
    }

    /**
     * Notes a way to here; false when this is nowhere. Each way is a place at least, so that more than {@code limit} are
     * not needed.
     */
    boolean link(Site above, int order, Object step, int limit) {
        if (this == NOWHERE) {
            return false;
        }
        if (parents.size() < limit) {
            parents.add(new Parent(above, order, step));
        }
        return true;
    }

    /**
     * A way to a site.
     *
     * @param site from where
     * @param order the how manieth of the site's values it leads to
     * @param step response key or index
     */
    record Parent(Site site, int order, Object step) {}
}
