package org.khabar.deploy.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The end of a log: what a process said last. */
public final class LogTail {
    private static final int BYTES = 64 * 1024;
    private static final int LONGEST_LINE = 300;
    private static final Pattern ERROR = Pattern.compile("\\b(ERROR|FATAL|PANIC|SEVERE)\\b|^Error: |Exception: ");

    private LogTail() {}

    /**
     * The line that says best why a process ended: the last root cause, else the last error, else the last line that says
     * anything.
     *
     * @return the line without surrounding space, cut at 300 characters; empty when the log says nothing
     */
    public static Optional<String> findMeaningfulLine(Path log) {
        List<String> lines = read(log)
                .lines()
                .map(String::strip)
                .filter(LogTail::saysSomething)
                .toList();
        return last(lines, line -> line.startsWith("Caused by: "))
                .or(() -> last(lines, line -> ERROR.matcher(line).find()))
                .or(() -> last(lines, line -> true))
                .map(line -> line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…");
    }

    private static boolean saysSomething(String line) {
        return !line.isBlank() && !line.startsWith("at ") && !line.startsWith("... ");
    }

    private static Optional<String> last(List<String> lines, Predicate<String> wanted) {
        return lines.reversed().stream().filter(wanted).findFirst();
    }

    private static String read(Path log) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - BYTES));
            byte[] tail = new byte[BYTES];
            int length = Math.max(0, file.read(tail));
            return new String(tail, 0, length, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
