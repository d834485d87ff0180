import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Processor time of the service and of PostgreSQL so far, in seconds, by what Linux counts.
 *
 * @param compiler what of the service's time its JVM took to compile code
 * @param postgres of all of the server's processes, also of those that have ended
 */
record ProcessorTime(double service, double compiler, double postgres) {

    /** USER_HZ, which is 100 wherever Java runs. */
    private static final double TICKS_A_SECOND = 100;

    /** Places of numbers behind the command's name; the first is the process's state. */
    private static final int PARENT = 1;

    private static final int USER_TIME = 11;

    static ProcessorTime now(long service, DataSource postgres) throws IOException, SQLException {
        long postmaster = postmaster(postgres);
        long ticks = ticks(stat(postmaster), 4);
        for (Path process : list(Path.of("/proc"))) {
            if (process.getFileName().toString().matches("\\d+")) {
                Stat stat = Stat.read(process.resolve("stat"));
                ticks += stat.number(PARENT) == postmaster ? ticks(stat, 2) : 0;
            }
        }
        return new ProcessorTime(seconds(ticks(stat(service), 2)), seconds(compiler(service)), seconds(ticks));
    }

    /** Threads of other names collect, wait for sockets, run the service's code. */
    private static long compiler(long service) throws IOException {
        long ticks = 0;
        for (Path thread : list(Path.of("/proc", Long.toString(service), "task"))) {
            Stat stat = Stat.read(thread.resolve("stat"));
            ticks += stat.command().matches("C[12] Compiler.*") ? ticks(stat, 2) : 0;
        }
        return ticks;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    ProcessorTime since(ProcessorTime before) {
        return new ProcessorTime(
                service - before.service, compiler - before.compiler, postgres - before.postgres);
    }

    private static long postmaster(DataSource postgres) throws SQLException {
        try (Connection connection = postgres.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select split_part(pg_read_file('postmaster.pid'), e'\\n', 1)")) {
            row.next();
            return Long.parseLong(row.getString(1).strip());
        }
    }

    private static Stat stat(long process) throws IOException {
        return Stat.read(Path.of("/proc", Long.toString(process), "stat"));
    }

    /** Two for the time of the process itself, four for that of its children that have ended as well. */
    private static long ticks(Stat stat, int count) {
        long ticks = 0;
        for (int place = USER_TIME; place < USER_TIME + count; place++) {
            ticks += stat.number(place);
        }
        return ticks;
    }

    private static double seconds(long ticks) {
        return ticks / TICKS_A_SECOND;
    }

    /** The line of a process or a thread (proc(5)); one of nothing when it has ended. */
    private record Stat(String command, List<String> numbers) {

        static Stat read(Path file) throws IOException {
            try {
                String line = Files.readString(file);
                int end = line.lastIndexOf(')');
                return new Stat(
                        line.substring(line.indexOf('(') + 1, end),
                        List.of(line.substring(end + 2).split(" ")));
            } catch (NoSuchFileException ended) {
                return new Stat("", List.of());
            }
        }

        long number(int place) {
            return place < numbers.size() ? Long.parseLong(numbers.get(place)) : 0;
        }
    }
}
