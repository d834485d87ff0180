package org.khabar.gateway.execute;

import org.khabar.gateway.plan.AnswerShape.Layout;

/**
 * Room for the objects of a request's answers, counted in slots of about 12 bytes: one for each value that an object
 * could have, whether it has it or not, and for each item of a list. An empty object of an answer costs it two bytes, but
 * has slots for all that is asked for.
 */
final class TreeRoom {
    /** What an object takes by itself. */
    static final int OBJECT = 5;

    /** What a list takes without its items. */
    static final int LIST = 6;

    /** How much more than there is room for may be done to fill it. */
    private static final int WORK = 8;

    private long left;
    private long workLeft;

    /** Room of some slots. */
    TreeRoom(long slots) {
        this.left = slots;
        this.workLeft = slots * WORK;
    }

    /** A new object. */
    DataObject object(Layout layout) {
        take(OBJECT + layout.leaves() + layout.children());
        return new DataObject(layout);
    }

    /** A new list. */
    DataList list() {
        take(LIST);
        return new DataList();
    }

    /** Takes room for an item of a list unless it has one there. */
    void item(DataList list, int index) {
        if (index >= list.size()) {
            take(1);
        }
    }

    private void take(int slots) {
        left -= slots;
        if (left < 0) {
            throw new TreeFullException();
        }
    }

    /** Notes work that takes no room: slots that are looked at again, bytes that are read again. */
    void work(int units) {
        workLeft -= units;
        if (workLeft < 0) {
            throw new TreeFullException();
        }
    }

    /** How much is left. */
    long left() {
        return left;
    }

    /** Takes back all that was taken since so much was left. */
    void restore(long before) {
        left = before;
    }
}
