package org.khabar.gateway.memory;

/** What one client takes out of the budget. Safe for use by many threads. */
final class ClientPart implements MemorySource {
    private final MemoryBudget budget;
    private final String client;
    private volatile boolean isFull;

    ClientPart(MemoryBudget budget, String client) {
        this.budget = budget;
        this.client = client;
    }

    @Override
    public boolean tryTake(long bytes) {
        return switch (budget.take(client, bytes)) {
            case TAKEN -> true;
            case CLIENT_FULL -> {
                isFull = true;
                yield false;
            }
            case FULL -> {
                isFull = false;
                yield false;
            }
        };
    }

    @Override
    public void giveBack(long bytes) {
        budget.giveBack(client, bytes);
    }

    /** Whether it was the client that held too much, rather than all together, when bytes were refused last. */
    boolean isFull() {
        return isFull;
    }
}
