package org.khabar.gateway.live;

/** An operation under way. Used on the event loop of its connection. */
interface Running {

    /** Begins. */
    void start();

    /** Gives it up; its sink hears no more. */
    void cancel();

    /** The client took off what was sent. */
    void drained();

    /** An operation of which nobody knows yet whether it may run. */
    record Pending() implements Running {
        @Override
        public void start() {}

        @Override
        public void cancel() {}

        @Override
        public void drained() {}

        /** Each is one of its own. */
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
