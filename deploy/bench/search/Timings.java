package org.khabar.article.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long something took, in milliseconds ascending, and how much it found on average. */
record Timings(List<Double> millis, long found) {

    /** So many different ones there are of each query. */
    static final int QUERIES = 40;

    private static final int FEWEST = 3;
    private static final double MOST_SECONDS =
            Double.parseDouble(System.getenv().getOrDefault("BENCH_SECONDS", "20"));

    interface Timed {
        int run(int number) throws Exception;
    }

    /**
     * @param runs how many, but no longer than for a bound time; three at least
     * @param warm whether each query is asked once before
     */
    static Timings of(Timed timed, int runs, boolean warm) throws Exception {
        long begun = System.nanoTime();
        for (int i = 0; i < (warm ? QUERIES : 1); i++) {
            if (i < 1 || seconds(begun) < MOST_SECONDS / 2) {
                timed.run(i);
            }
        }
        List<Double> millis = new ArrayList<>();
        long found = 0;
        for (int i = 0; i < runs && (i < FEWEST || seconds(begun) < MOST_SECONDS); i++) {
            long started = System.nanoTime();
            found += timed.run(i % QUERIES);
            millis.add((System.nanoTime() - started) / 1e6);
        }
        return new Timings(millis.stream().sorted().toList(), found / millis.size());
    }

    private static double seconds(long started) {
        return (System.nanoTime() - started) / 1e9;
    }

    String json(String query, String who) {
        return String.format(
                Locale.ROOT,
                "\"event\":\"timed\",\"query\":\"%s\",\"who\":\"%s\",\"p50\":%.3f,\"p95\":%.3f,\"max\":%.3f,\"runs\":%d,\"found\":%d",
                query, who, at(0.5), at(0.95), millis.getLast(), millis.size(), found);
    }

    private double at(double share) {
        return millis.get(Math.min(millis.size() - 1, (int) (millis.size() * share)));
    }
}
