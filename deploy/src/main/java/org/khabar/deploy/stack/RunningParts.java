package org.khabar.deploy.stack;

import java.util.Optional;
import java.util.OptionalLong;
import org.khabar.deploy.StackException;
import org.khabar.deploy.installation.Installation;
import org.khabar.deploy.installation.Part;
import org.khabar.deploy.process.LogTail;
import org.khabar.deploy.process.PortCheck;
import org.khabar.deploy.process.ProcessRecord;
import org.khabar.deploy.process.ProcessRecords;

/** Which parts run, as the records and the system say. */
final class RunningParts {
    private final Installation installation;
    private final ProcessRecords records;

    RunningParts(Installation installation) {
        this.installation = installation;
        this.records = new ProcessRecords(installation.runFolder());
    }

    void started(StackPart part, ProcessHandle process) {
        records.save(part.part().id(), ProcessRecord.of(process, part.port()));
    }

    /** Notes that the part is being stopped, so that a watch does not take it for dead; a full disk prevents no stop. */
    void stopping(Part part) {
        try {
            records.find(part.id()).ifPresent(record -> records.save(part.id(), record.asStopping()));
        } catch (StackException e) {
            // The watch will call it dead.
        }
    }

    void stopped(Part part) {
        records.delete(part.id());
    }

    Optional<ProcessRecord> findRecord(Part part) {
        return records.find(part.id());
    }

    Optional<ProcessHandle> findProcess(Part part) {
        return findRecord(part).flatMap(ProcessRecord::findProcess);
    }

    PartStatus status(StackPart part) {
        Optional<ProcessRecord> record = findRecord(part.part());
        Optional<ProcessHandle> process = record.flatMap(ProcessRecord::findProcess);
        if (record.isEmpty()) {
            return PartStatus.down(
                    part, PortCheck.isFree(part.port()) ? "not started" : "port is in use by another program");
        }
        if (process.isEmpty()) {
            return PartStatus.down(part, "died; " + lastWords(part.part()));
        }
        return running(part, record.get(), part.check());
    }

    /** Where the part's log is and what it says last. */
    String lastWords(Part part) {
        var log = installation.logFile(part);
        return LogTail.findMeaningfulLine(log)
                .map(line -> "log " + log + " ends: " + line)
                .orElse("log " + log + " is empty");
    }

    private static PartStatus running(StackPart part, ProcessRecord record, Health health) {
        var state = switch (health) {
            case Health.Healthy h -> PartStatus.State.UP;
            case Health.Unhealthy u -> PartStatus.State.UNHEALTHY;
        };
        return new PartStatus(
                part.part(), state, part.port(), OptionalLong.of(record.pid()), record.processStart(), health.detail());
    }
}
