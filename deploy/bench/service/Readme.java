import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** Where results stand: deploy/bench/README.md, between two marks of a benchmark's name. */
final class Readme {

    private static final Path FILE = Path.of("deploy/bench/README.md");

    private Readme() {}

    /** What every result begins with: the day and what the machine had to share. */
    static String machine(String sharing) throws IOException {
        return "%s, %d cores for %s; load average at the end %s.%n%n"
                .formatted(
                        LocalDate.now(),
                        Runtime.getRuntime().availableProcessors(),
                        sharing,
                        Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
    }

    /** Puts a result in the place of the last one of that name. */
    static void write(String name, String result) throws IOException {
        String text = Files.readString(FILE);
        String begin = "<!-- " + name + " -->";
        int start = text.indexOf(begin);
        int end = text.indexOf("<!-- /" + name + " -->");
        Files.writeString(FILE, text.substring(0, start) + begin + "\n" + result + text.substring(end));
    }
}
