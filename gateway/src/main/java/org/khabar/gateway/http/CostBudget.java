package org.khabar.gateway.http;

/** What the operations of one body may cost together. Used on one event loop. */
final class CostBudget {
    private final int most;
    private double taken;

    CostBudget(int most) {
        this.most = most;
    }

    /**
     * Takes what an operation costs.
     *
     * @throws RequestException when that is more than is left
     */
    void take(double cost) {
        if (cost > most) {
            throw RequestException.refused(
                    "The operation's estimated cost is %.0f, more than %d; ask for shorter or fewer lists"
                            .formatted(cost, most),
                    "LIMIT_EXCEEDED");
        }
        if (taken + cost > most) {
            throw RequestException.refused(
                    "The operation's estimated cost is %.0f, and that of others in the batch %.0f, together more than %d"
                            .formatted(cost, taken, most),
                    "LIMIT_EXCEEDED");
        }
        taken += cost;
    }
}
