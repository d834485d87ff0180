package org.khabar.gateway.plan;

import graphql.language.SelectionSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.supergraph.EntityKey;

/**
 * A way to have the objects of a view in one subgraph's hands.
 *
 * @param subgraph the subgraph
 * @param type what the subgraph calls the type there
 * @param fetches how many fetches more it takes
 * @param depth how many fetches come one after the other until then
 * @param opaque whether the subgraph cannot tell the objects' types
 * @param provides what the subgraph resolves there beyond what it always resolves
 * @param way the last step
 */
record Reach(
        String subgraph, String type, int fetches, int depth, boolean opaque, List<SelectionSet> provides, Way way) {
    Reach {
        provides = List.copyOf(provides);
    }

    boolean isCheaperThan(@Nullable Reach other) {
        return other == null || fetches < other.fetches || fetches == other.fetches && depth < other.depth;
    }

    /** The last step of a way. */
    sealed interface Way {
        /** They are there already. */
        record At(Position position) implements Way {}

        /** A new fetch of root fields. */
        record Root() implements Way {}

        /** By the field that leads to the place. */
        record Through(FieldRoute field) implements Way {}

        /** By a type condition. */
        record Cast(Reach base) implements Way {}

        /**
         * By an entity fetch.
         *
         * @param key what identifies the objects; null at a root type, which needs no key
         * @param sources from where the key's fields come
         * @param into the fetch to join; null for a new one
         * @param fetchesKey whether fields of the key have to be fetched for it
         */
        record Hop(
                @Nullable EntityKey key,
                List<Reach> sources,
                @Nullable FetchGroup into,
                boolean fetchesKey) implements Way {
            public Hop {
                sources = List.copyOf(sources);
            }
        }
    }

    /**
     * A way to have one field fetched.
     *
     * @param field the field
     * @param reach where it is selected
     * @param fetches how many fetches more it takes, with what the field requires
     * @param depth see {@link Reach#depth}
     * @param required what has to be sent for it; empty when nothing
     */
    record FieldRoute(PlanField field, Reach reach, int fetches, int depth, List<PlanField> required) {
        FieldRoute {
            required = List.copyOf(required);
        }

        static FieldRoute plain(PlanField field, Reach reach) {
            return new FieldRoute(field, reach, reach.fetches(), reach.depth(), List.of());
        }

        boolean isCheaperThan(@Nullable FieldRoute other) {
            return other == null || fetches < other.fetches || fetches == other.fetches && depth < other.depth;
        }
    }
}
