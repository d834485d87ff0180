package org.khabar.gateway.execute;

/** For how many distinct entities one fetch may still ask. */
final class EntityAllowance {
    private final int allowed;
    private int taken;

    EntityAllowance(int allowed) {
        this.allowed = allowed;
    }

    /** Asks for one more. */
    void take() {
        taken++;
    }

    int allowed() {
        return allowed;
    }

    int taken() {
        return taken;
    }

    /** Whether more were taken than there are. */
    boolean isExceeded() {
        return taken > allowed;
    }
}
