package org.khabar.gateway.differential;

import java.util.ArrayList;
import java.util.List;

/** Runs operations on a bench, and reports those whose answers differ, made small. */
final class Differential {
    /** Fields in a thousand that fail; the calm, in which most is compared, comes twice. */
    private static final int[] WEATHERS = {0, 0, 20, 80};

    private static final int MAX_REPORTS = 3;

    private final Domain domain;
    private final OperationGenerator operations;
    private final Bench bench;
    private final List<String> reports = new ArrayList<>();

    Differential(Domain domain, World world, Bench bench) {
        this.domain = domain;
        this.operations = new OperationGenerator(domain, world);
        this.bench = bench;
    }

    /**
     * Runs some operations.
     *
     * @param firstSeed seed of the first; each has the next
     * @return a report for each of the first few that differ
     */
    List<String> run(long firstSeed, int count) {
        for (long seed = firstSeed; seed < firstSeed + count && reports.size() < MAX_REPORTS; seed++) {
            Trial trial = trial(seed);
            if (bench.difference(trial).isPresent()) {
                reports.add(Report.of(bench, seed, shrunk(trial)));
            }
        }
        return reports;
    }

    private Trial trial(long seed) {
        int weather = WEATHERS[Math.floorMod(seed, WEATHERS.length)];
        return new Trial(operations.generate(seed), bench.weather(seed, weather));
    }

    private Trial shrunk(Trial trial) {
        return new Shrinker(
                        domain.schema(), smaller -> bench.difference(smaller).isPresent())
                .shrink(trial);
    }
}
