package org.khabar.gateway.differential;

/** Tells of a difference all that is needed to see it again. */
final class Report {
    private Report() {}

    static String of(Bench bench, long seed, Trial trial) {
        StringBuilder text = new StringBuilder("\nsplit ")
                .append(bench.split().name())
                .append(", seed ")
                .append(seed)
                .append(
                        trial.weather().perMille() == 0
                                ? ""
                                : ", weather " + trial.weather().perMille())
                .append(": ")
                .append(bench.difference(trial).orElse("no difference"));
        text.append("\n--- operation\n").append(trial.operation().text());
        text.append("--- variables\n").append(trial.operation().variables());
        text.append("\n--- one server\n").append(bench.monolith().answer(trial));
        text.append("\n--- gateway\n").append(attempt(() -> bench.gateway().answer(trial)));
        text.append("\n--- plan\n")
                .append(attempt(() -> bench.gateway().plan(trial.operation()).print()));
        return text.append('\n').toString();
    }

    private static String attempt(java.util.function.Supplier<Object> shown) {
        try {
            return shown.get().toString();
        } catch (RuntimeException e) {
            java.io.StringWriter trace = new java.io.StringWriter();
            e.printStackTrace(new java.io.PrintWriter(trace));
            return trace.toString().lines().limit(12).collect(java.util.stream.Collectors.joining("\n"));
        }
    }
}
