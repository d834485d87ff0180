package org.khabar.deploy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.khabar.deploy.StackException;
import org.khabar.deploy.client.AccessTokens;
import org.khabar.deploy.client.ImportClient;
import org.khabar.deploy.client.Login;
import org.khabar.deploy.importing.ImportCounts;
import org.khabar.deploy.importing.ImportRun;
import org.khabar.deploy.importing.PageFiles;
import org.khabar.deploy.installation.Installation;
import org.khabar.deploy.installation.Ports;
import org.khabar.deploy.progress.OneLine;

/** The pages of {@code deploy/samples}, imported into an archive once, so that there is something to ask for. */
final class Samples {
    private final Surroundings surroundings;
    private final Ports ports;

    Samples(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
        this.ports = ports;
    }

    /** Imports them unless that was done; says how it went. A sample that fails does not fail the start. */
    void importOnce() {
        Installation installation = surroundings.installation();
        Path done = installation.dataFolder().resolve("samples-imported");
        if (Files.exists(done)) {
            return;
        }
        List<Path> pages = PageFiles.list(List.of(installation.root().resolve("deploy/samples")));
        AccessTokens tokens = new AccessTokens(ports, Login.of("editor"));
        ImportRun run = new ImportRun(new ImportClient(ports, tokens, null));
        ImportCounts counts = new ImportCounts();
        run.run(pages, outcome -> {
            counts.add(outcome);
            if (outcome.isFailure()) {
                surroundings.err().println(OneLine.of(outcome.path() + ": failed: " + outcome.error()));
            }
        });
        surroundings.err().println("Samples: " + counts);
        if (!counts.hasFailures()) {
            remember(done, counts);
        }
    }

    private static void remember(Path done, ImportCounts counts) {
        try {
            Files.writeString(done, counts + "\n");
        } catch (IOException e) {
            throw StackException.because("cannot remember that the samples are imported", e);
        }
    }
}
