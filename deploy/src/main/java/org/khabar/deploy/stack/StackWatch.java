package org.khabar.deploy.stack;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.khabar.deploy.installation.Part;
import org.khabar.deploy.process.Poll;
import org.khabar.deploy.process.ProcessRecord;

/** Reports parts that die and parts that come back, until none runs. */
public final class StackWatch {
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private enum Sight {
        RUNS,
        DIED,
        STOPPED
    }

    private final List<StackPart> parts;
    private final RunningParts running;
    private final Map<Part, Sight> seen = new EnumMap<>(Part.class);

    StackWatch(List<StackPart> parts, RunningParts running) {
        this.parts = parts;
        this.running = running;
        parts.forEach(part -> seen.put(part.part(), look(part.part())));
    }

    /**
     * Returns when no part runs any more.
     *
     * @param report takes a line for each part that dies or comes back
     * @return whether the stack was stopped on purpose, rather than each part having died
     */
    public boolean untilNoneRuns(Consumer<String> report) {
        while (seen.containsValue(Sight.RUNS)) {
            Poll.pause(INTERVAL);
            parts.forEach(part -> lookAgain(part.part(), report));
        }
        return seen.containsValue(Sight.STOPPED);
    }

    private void lookAgain(Part part, Consumer<String> report) {
        Sight now = look(part);
        Sight before = seen.put(part, now);
        if (before == now) {
            return;
        }
        switch (now) {
            case RUNS -> report.accept(part.title() + " runs again");
            case DIED ->
                report.accept(part.title() + " died; the rest keeps running; ./khabar up starts it again; "
                        + running.lastWords(part));
            case STOPPED -> report.accept(part.title() + " was stopped");
        }
    }

    private Sight look(Part part) {
        Optional<ProcessRecord> record = running.findRecord(part);
        if (record.flatMap(ProcessRecord::findProcess).isPresent()) {
            return Sight.RUNS;
        }
        boolean accident = record.isPresent() && !record.get().stopping();
        return accident ? Sight.DIED : Sight.STOPPED;
    }
}
