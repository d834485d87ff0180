package org.khabar.deploy.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The command line. */
@Command(
        name = "khabar",
        description = "Khabar, a GraphQL backend for news archives, on this machine.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = KhabarVersion.class,
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            TokenCommand.class,
            QueryCommand.class,
            PlanCommand.class,
            ImportCommand.class,
        })
public final class Khabar {
    private static final int FAILURE = 1;

    private Khabar() {}

    public static void main(String[] arguments) {
        Surroundings surroundings = Surroundings.ofProcess();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> explain(surroundings, failure));
        System.exit(run(surroundings, arguments));
    }

    /**
     * Runs one command.
     *
     * @return the exit code: 0 for success, 1 for a failure that was explained, 2 for arguments that make no sense
     */
    static int run(Surroundings surroundings, String... arguments) {
        CommandLine commandLine = new CommandLine(new Khabar(), new CommandFactory(surroundings))
                .setExpandAtFiles(false)
                .setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler((failure, command, parsed) -> explain(surroundings, failure));
        return arguments.length == 0 ? usage(commandLine) : commandLine.execute(arguments);
    }

    private static int usage(CommandLine commandLine) {
        commandLine.usage(commandLine.getErr());
        return CommandLine.ExitCode.USAGE;
    }

    private static int explain(Surroundings surroundings, Throwable failure) {
        surroundings.err().println(new FailureReport(surroundings.installation()).explain(failure));
        return FAILURE;
    }
}
