package org.khabar.deploy.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.khabar.deploy.service.LocalStack;
import org.khabar.deploy.stack.PartStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "status", description = "Says how each part is. Exit code 0 only if all are up.")
final class StatusCommand implements Callable<Integer> {
    private static final JsonMapper JSON = new JsonMapper();

    private final Surroundings surroundings;

    @Option(names = "--json", description = "One JSON object for each part, a line each.")
    private boolean json;

    StatusCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        surroundings.installation().requireOwn();
        List<PartStatus> parts =
                LocalStack.of(surroundings.installation(), surroundings.ports()).status();
        if (json) {
            for (PartStatus part : parts) {
                surroundings.out().println(JSON.writeValueAsString(toJson(part)));
            }
        } else {
            printTable(parts);
        }
        return parts.stream().allMatch(PartStatus::isUp) ? 0 : 1;
    }

    private void printTable(List<PartStatus> parts) {
        PrintStream out = surroundings.out();
        out.printf("%-16s %-10s %8s %6s %9s  %s%n", "PART", "STATE", "PID", "PORT", "UPTIME", "DETAIL");
        for (PartStatus part : parts) {
            String pid = part.processId().isPresent()
                    ? Long.toString(part.processId().getAsLong())
                    : "-";
            out.printf(
                    "%-16s %-10s %8s %6d %9s  %s%n",
                    part.part().id(), state(part), pid, part.port(), uptime(part), part.detail());
        }
    }

    private static ObjectNode toJson(PartStatus part) {
        ObjectNode node = JSON.createObjectNode()
                .put("part", part.part().id())
                .put("state", state(part))
                .put("port", part.port())
                .put("detail", part.detail());
        part.processId().ifPresent(pid -> node.put("pid", pid));
        Instant since = part.since();
        if (since != null) {
            node.put("since", since.toString());
            node.put("uptimeSeconds", Duration.between(since, Instant.now()).toSeconds());
        }
        return node;
    }

    private static String state(PartStatus part) {
        return part.state().name().toLowerCase(Locale.ROOT);
    }

    private static String uptime(PartStatus part) {
        Instant since = part.since();
        if (since == null) {
            return "-";
        }
        Duration time = Duration.between(since, Instant.now());
        return time.toHours() > 0
                ? time.toHours() + "h" + time.toMinutesPart() + "m"
                : time.toMinutes() + "m" + Math.max(0, time.toSecondsPart()) + "s";
    }
}
