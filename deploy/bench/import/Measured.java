import java.util.List;
import java.util.Locale;

/**
 * What an import came to.
 *
 * @param seconds until the last result
 * @param searchable how many articles were in the search index and their stories by then
 * @param copySeconds of the articles, their revisions and events
 * @param following null when nobody waited for all to be searchable
 * @param bytes that were sent
 * @param processor time until the last result
 * @param memory of the service, in megabytes, at each tenth of the import and at the end
 */
record Measured(
        int articles,
        double seconds,
        long searchable,
        double copySeconds,
        Following following,
        long bytes,
        ProcessorTime processor,
        List<Long> memory) {

    static final String HEAD = """
            | Articles | imported/s | COPY/s | import / COPY | searchable meanwhile | searchable/s | COPY of all/s \
            | searchable / COPY of all | MB/s in | service ms (compiling) | PostgreSQL ms | memory MB at 10% | highest | at the end |
            | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |
            """;

    /**
     * The search index and the stories as well.
     *
     * @param seconds from the beginning until they had all articles
     * @param copySeconds of all rows
     */
    record Following(double seconds, double copySeconds) {}

    String row() {
        double rate = articles / seconds;
        double copyRate = articles / copySeconds;
        return String.format(
                Locale.ROOT,
                "| %,d | %.0f | %.0f | %.2f | %.0f%% | %s | %.1f | %.2f (%.2f) | %.2f | %d | %d | %d |",
                articles,
                rate,
                copyRate,
                rate / copyRate,
                100.0 * searchable / articles,
                followingCells(),
                bytes / seconds / 1e6,
                1000 * processor.service() / articles,
                1000 * processor.compiler() / articles,
                1000 * processor.postgres() / articles,
                memory.getFirst(),
                memory.stream().mapToLong(Long::longValue).max().orElseThrow(),
                memory.getLast());
    }

    private String followingCells() {
        if (following == null) {
            return "– | – | –";
        }
        double rate = articles / following.seconds();
        double copyRate = articles / following.copySeconds();
        return String.format(Locale.ROOT, "%.0f | %.0f | %.2f", rate, copyRate, rate / copyRate);
    }
}
