package org.khabar.deploy.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.khabar.deploy.installation.Installation;
import org.khabar.deploy.installation.Ports;
import org.khabar.deploy.progress.PlainProgress;
import org.khabar.deploy.progress.Progress;
import org.khabar.deploy.progress.TerminalProgress;
import org.khabar.deploy.stack.SavedPorts;

/**
 * What a command has around it.
 *
 * @param terminal whether a person watches {@code err}
 */
record Surroundings(
        Installation installation,
        Map<String, String> environment,
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean terminal) {
    Surroundings {
        environment = Map.copyOf(environment);
    }

    /** Those of this process, as the launcher script describes them. */
    static Surroundings ofProcess() {
        Map<String, String> environment = System.getenv();
        Path root = Path.of(System.getProperty("khabar.root", "."));
        boolean terminal = Boolean.getBoolean("khabar.terminal");
        return new Surroundings(
                Installation.of(root, environment), environment, System.in, System.out, System.err, terminal);
    }

    /** Shows progress the way that suits whoever reads {@code err}. */
    Progress progress(String task, int steps) {
        return terminal ? new TerminalProgress(err, task, steps) : new PlainProgress(err);
    }

    /** The ports of the stack that runs, else those that the environment chooses. */
    Ports ports() {
        return new SavedPorts(installation)
                .find()
                .orElseGet(() -> PortOptions.none().choose(environment).ports());
    }
}
