package org.khabar.deploy.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.khabar.deploy.StackException;
import org.khabar.deploy.installation.Ports;
import org.khabar.deploy.progress.OneLine;
import org.khabar.deploy.progress.PlainProgress;
import org.khabar.deploy.progress.Progress;
import org.khabar.deploy.service.LocalStack;
import org.khabar.deploy.stack.SavedPorts;
import org.khabar.deploy.stack.Stack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        description =
                "Starts PostgreSQL, Keycloak, article-service, entity-service and the gateway, those that do not run"
                        + " yet, and imports the sample pages. Without --detach it stays, reports parts that die, and stops all"
                        + " on Ctrl-C.")
final class UpCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(names = "--detach", description = "Return when all is healthy; ./khabar down stops it.")
    private boolean detach;

    @Mixin
    private PortOptions portOptions;

    UpCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.portOptions = PortOptions.none();
    }

    @Override
    public Integer call() {
        surroundings.installation().create();
        Stack stack = LocalStack.of(surroundings.installation(), ports());
        boolean ranBefore = stack.isRunning();
        StopOnExit stopOnExit = StopOnExit.of(stack, new PlainProgress(surroundings.err()));
        int started = start(stack);
        if (started == 0) {
            surroundings.out().println("Khabar is up already.");
        } else {
            showTheWay(stack.ports());
        }
        new Welcome(surroundings, stack.ports()).print();
        if (detach || ranBefore) {
            stopOnExit.cancel();
            return 0;
        }
        return stayUntilStopped(stack, stopOnExit);
    }

    private int start(Stack stack) {
        try (Progress progress = surroundings.progress("Khabar", stack.size())) {
            return stack.start(progress);
        }
    }

    /** A stack that runs is worth keeping, even when its first questions go wrong. */
    private void showTheWay(Ports ports) {
        try {
            new Samples(surroundings, ports).importOnce();
            new NewestArticle(ports).print(surroundings.out());
        } catch (StackException e) {
            surroundings.err().println("khabar: " + OneLine.of(String.valueOf(e.getMessage())));
        }
    }

    private int stayUntilStopped(Stack stack, StopOnExit stopOnExit) {
        stopOnExit.everything();
        surroundings.err().println("Press Ctrl-C to stop.");
        boolean onPurpose = stack.watch().untilNoneRuns(line -> report(line, stopOnExit));
        stopOnExit.cancel();
        return onPurpose ? 0 : 1;
    }

    private void report(String line, StopOnExit stopOnExit) {
        if (!stopOnExit.isStopping()) { // what is being stopped tells so itself
            surroundings.err().println(line);
        }
    }

    /** A running stack stays where it is. */
    private Ports ports() {
        PortOptions.Choice choice = portOptions.choose(surroundings.environment());
        Optional<Ports> saved = new SavedPorts(surroundings.installation())
                .find()
                .filter(ports ->
                        LocalStack.of(surroundings.installation(), ports).isRunning());
        if (saved.isPresent() && choice.explicit() && !choice.ports().equals(saved.get())) {
            throw new StackException("Khabar runs on other ports; ./khabar down stops it, then it can start on these");
        }
        return saved.orElse(choice.ports());
    }
}
