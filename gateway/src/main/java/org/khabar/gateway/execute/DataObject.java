package org.khabar.gateway.execute;

import org.jspecify.annotations.Nullable;
import org.khabar.gateway.plan.AnswerShape.Layout;

/** An object of the answer while it is put together; all fetches write into it. */
final class DataObject {
    /** A child that is known to be null. */
    static final Object NULL = new Object();
    /** A child that is something else than an object or a list. */
    static final Object MISSHAPEN = new Object();

    private static final long[] NO_LEAVES = {};
    private static final @Nullable Object[] NO_CHILDREN = {};

    /** Packed by {@link Slices}. */
    final long[] leaves;
    /** {@link DataObject}, {@link DataList}, {@link #NULL}, {@link #MISSHAPEN}; null where nothing was fetched. */
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
            children[i] = shared(children[i], other.children[i]);
        }
        type = type == null ? other.type : type;
    }

    /** A child that is there already keeps what it has: an earlier fetch brought it, key fields most often. */
    private static @Nullable Object shared(@Nullable Object own, @Nullable Object theirs) {
        if (own == null || theirs == null || own == theirs) {
            return own == null ? theirs : own;
        }
        if (own instanceof DataObject object && theirs instanceof DataObject other) {
            object.shareFrom(other);
        } else if (own instanceof DataList list && theirs instanceof DataList others) {
            shareItems(list, others);
        }
        return own;
    }

    private static void shareItems(DataList own, DataList theirs) {
        for (int i = 0; i < theirs.size(); i++) {
            Object item = shared(own.get(i), theirs.get(i));
            if (item != null) {
                own.set(i, item);
            }
        }
    }
}
