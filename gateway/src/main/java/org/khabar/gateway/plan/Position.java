package org.khabar.gateway.plan;

import graphql.language.SelectionSet;
import java.util.List;

/**
 * A place of a fetch from which objects of a view can be read.
 *
 * @param group the fetch
 * @param selection where the view's fields are selected in it
 * @param provides what the subgraph resolves here beyond what it always resolves
 * @param opaque whether the subgraph cannot tell the objects' types here
 */
record Position(FetchGroup group, FetchSelection selection, List<SelectionSet> provides, boolean opaque) {
    Position {
        provides = List.copyOf(provides);
    }

    String subgraph() {
        return group.subgraph;
    }

    /** The way to it, which takes nothing. */
    Reach reach() {
        return new Reach(subgraph(), selection.type, 0, group.depth(), opaque, provides, new Reach.Way.At(this));
    }
}
