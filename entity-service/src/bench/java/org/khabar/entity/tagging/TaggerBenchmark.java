package org.khabar.entity.tagging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Names found in Arabic text, from the text as written. An operation is a megabyte of UTF-8 (1,000,000 bytes), so that the
 * throughput is MB/s. Each fork also adds a line of JSON to the file that {@code -Dtagger.facts} names: how long the names took
 * to build, the heap that they hold, and how many names were found.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TaggerBenchmark {

    private static final int MEGABYTES = 8;

    /** What finds them; {@code tokens} only normalises and cuts into words, as all others do first. */
    @Param({"khabar", "lucene-fst", "double-array", "tokens"})
    public String finder = "";

    /** How many names there are. */
    @Param({"10000", "100000"})
    public int names;

    private List<String> text = List.of();
    private @Nullable NameFinder prepared;

    @Setup
    public void prepare() throws IOException {
        GeneratedNames generated = new GeneratedNames(names);
        text = megabytes(generated);
        long before = heapInUse();
        long begun = System.nanoTime();
        NameFinder built = NameFinder.of(finder, generated);
        double seconds = (System.nanoTime() - begun) / 1e9;
        long heap = heapInUse() - before;
        prepared = built;
        record(seconds, heap, count(built));
    }

    @Benchmark
    @OperationsPerInvocation(MEGABYTES)
    public int find() {
        NameFinder built = prepared;
        return built == null ? 0 : count(built);
    }

    private int count(NameFinder built) {
        int found = 0;
        for (String paragraph : text) {
            found += built.count(paragraph);
        }
        return found;
    }

    private static List<String> megabytes(GeneratedNames names) {
        List<String> paragraphs = new ArrayList<>();
        long left = MEGABYTES * 1_000_000L;
        for (int i = 0; left > 0; i++) {
            String paragraph = GeneratedText.paragraph(names, i);
            paragraphs.add(paragraph);
            left -= paragraph.getBytes(StandardCharsets.UTF_8).length;
        }
        return paragraphs;
    }

    private static long heapInUse() {
        System.gc();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private void record(double seconds, long heap, int found) throws IOException {
        String facts = String.format(
                Locale.ROOT,
                "{\"finder\":\"%s\",\"names\":%d,\"seconds\":%.1f,\"heap\":%d,\"found\":%d}%n",
                finder,
                names,
                seconds,
                heap,
                found);
        String file = System.getProperty("tagger.facts");
        if (file == null) {
            System.out.print(facts);
        } else {
            Files.writeString(Path.of(file), facts, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }
}
