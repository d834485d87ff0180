package org.khabar.gateway.plan;

import graphql.language.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.khabar.gateway.supergraph.Supergraph;

/** Writes the workloads' supergraphs and operations for other planners, and prints what ours need. */
public final class WorkloadFiles {
    private WorkloadFiles() {}

    /** Writes them to the folder that is named. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (Workload workload : Workload.values()) {
            Supergraph supergraph = PlanningBenchmark.supergraph(workload);
            Planner planner = new Planner(supergraph);
            Document document = PlanningBenchmark.parse(workload.operation());
            Files.writeString(folder.resolve(workload + ".supergraph.graphql"), supergraph.sdl());
            Files.writeString(folder.resolve(workload + ".graphql"), workload.operation());
            CpuTimes times = CpuTimes.of(() -> planner.plan(document, null));
            System.out.printf(
                    "%-12s khabar  cpu p50 %.2f ms  p99 %.2f ms  %d fetches%n",
                    workload,
                    times.median(),
                    times.slowest(),
                    planner.plan(document, null).fetchCount());
        }
    }
}
