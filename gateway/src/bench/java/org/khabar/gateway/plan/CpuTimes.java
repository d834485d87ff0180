package org.khabar.gateway.plan;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/**
 * Processor time that a warm planner takes, which does not depend on what else the machine does.
 *
 * @param median half of the plans took no longer, in milliseconds
 * @param slowest of a hundred plans but one took longer, in milliseconds
 */
record CpuTimes(double median, double slowest) {
    private static final long SECONDS = 12;

    static CpuTimes of(Supplier<QueryPlan> plan) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        List<Long> samples = new ArrayList<>();
        long spent = 0;
        while (spent < SECONDS * 1_000_000_000L) {
            long start = threads.getCurrentThreadCpuTime();
            if (plan.get().fetchCount() < 1) {
                throw new IllegalStateException("A plan without fetches");
            }
            long took = threads.getCurrentThreadCpuTime() - start;
            samples.add(took);
            spent += took;
        }
        List<Long> warm = new ArrayList<>(samples.subList(samples.size() * 2 / 3, samples.size()));
        Collections.sort(warm);
        return new CpuTimes(millis(warm, 0.5), millis(warm, 0.99));
    }

    private static double millis(List<Long> sorted, double share) {
        return sorted.get((int) (share * (sorted.size() - 1))) / 1e6;
    }
}
