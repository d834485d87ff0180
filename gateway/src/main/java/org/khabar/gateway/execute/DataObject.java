package org.khabar.gateway.execute;

import org.jspecify.annotations.Nullable;
import org.khabar.gateway.plan.AnswerShape.Layout;

/** An object of the answer while it is put together; all fetches write into it. */
final class DataObject {
    /** A child that is known to be null. */
    static final Object NULL = new Object();

    private static final long[] NO_LEAVES = {};
    private static final @Nullable Object[] NO_CHILDREN = {};

    /** Packed by {@link Slices}. */
    final long[] leaves;
    /** {@link DataObject}, {@link DataList}, {@link #NULL}; null where nothing was fetched. */
    final @Nullable Object[] children;
    /** The object's type, where a fetch asked for it. */
    @Nullable
    String type;
    /** Number of the last walk that came here. */
    int walk;

    DataObject(Layout layout) {
        this.leaves = layout.leaves() == 0 ? NO_LEAVES : new long[layout.leaves()];
        this.children = layout.children() == 0 ? NO_CHILDREN : new @Nullable Object[layout.children()];
    }

    /** Takes over what another representation of the same entity has, sharing its children. */
    void shareFrom(DataObject other) {
        if (other == this) {
            return;
        }
        for (int i = 0; i < leaves.length; i++) {
            leaves[i] = leaves[i] == Slices.ABSENT ? other.leaves[i] : leaves[i];
        }
        for (int i = 0; i < children.length; i++) {
            children[i] = children[i] == null ? other.children[i] : children[i];
        }
        type = type == null ? other.type : type;
    }
}
