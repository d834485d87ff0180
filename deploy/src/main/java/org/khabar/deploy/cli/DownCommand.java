package org.khabar.deploy.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.khabar.deploy.StackException;
import org.khabar.deploy.archive.Folders;
import org.khabar.deploy.installation.Installation;
import org.khabar.deploy.progress.Progress;
import org.khabar.deploy.service.LocalStack;
import org.khabar.deploy.stack.Stack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "down", description = "Stops all parts, the last one first.")
final class DownCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(names = "--purge", description = "Remove the state too: databases, passwords, logs, unpacked servers.")
    private boolean purge;

    DownCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Installation installation = surroundings.installation();
        installation.requireOwn();
        if (!installation.exists()) {
            surroundings.out().println("Khabar is not up, and has no state.");
            return 0;
        }
        Stack stack = LocalStack.of(installation, surroundings.ports());
        int stopped = stop(stack);
        surroundings.out().println(stopped == 0 ? "Khabar is not up." : "Khabar is down.");
        if (purge) {
            remove(installation);
        }
        return 0;
    }

    private int stop(Stack stack) {
        try (Progress progress = surroundings.progress("Stopping", stack.size())) {
            return stack.stop(progress);
        }
    }

    private void remove(Installation installation) {
        try {
            for (var folder : installation.stateFolders()) {
                Folders.delete(folder);
            }
            Folders.deleteIfEmpty(installation.home());
        } catch (IOException e) {
            throw StackException.because("cannot remove the state", e);
        }
        surroundings.out().println("Removed " + installation.home() + ".");
    }
}
