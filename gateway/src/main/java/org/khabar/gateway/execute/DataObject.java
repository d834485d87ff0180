package org.khabar.gateway.execute;

import org.jspecify.annotations.Nullable;
import org.khabar.gateway.plan.AnswerShape;
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
    void shareFrom(DataObject other, TreeRoom room) {
        if (other == this) {
            return;
        }
        room.work(leaves.length + children.length);
        for (int i = 0; i < leaves.length; i++) {
            leaves[i] = leaves[i] == Slices.ABSENT ? other.leaves[i] : leaves[i];
        }
        for (int i = 0; i < children.length; i++) {
            children[i] = shared(children[i], other.children[i], room);
        }
        type = type == null ? other.type : type;
    }

    /** Loses all that answers of a shape brought, which is then as if nobody had fetched it. */
    void forget(AnswerShape shape) {
        for (AnswerShape.Entry entry : shape.entries()) {
            if (entry.shape() != null) {
                children[entry.index()] = null;
            } else if (entry.index() >= 0) {
                leaves[entry.index()] = Slices.ABSENT;
            }
        }
    }

    /** A child that is there already keeps what it has: an earlier fetch brought it, key fields most often. */
    private static @Nullable Object shared(@Nullable Object own, @Nullable Object theirs, TreeRoom room) {
        if (own == null || theirs == null || own == theirs) {
            return own == null ? theirs : own;
        }
        if (own instanceof DataObject object && theirs instanceof DataObject other) {
            object.shareFrom(other, room);
        } else if (own instanceof DataList list && theirs instanceof DataList others) {
            shareItems(list, others, room);
        }
        return own;
    }

    private static void shareItems(DataList own, DataList theirs, TreeRoom room) {
        room.work(theirs.size());
        for (int i = 0; i < theirs.size(); i++) {
            Object item = shared(own.get(i), theirs.get(i), room);
            if (item != null) {
                room.item(own, i);
                own.set(i, item);
            }
        }
    }
}
