package org.khabar.deploy.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.khabar.deploy.StackException;
import org.khabar.deploy.client.AccessTokens;
import org.khabar.deploy.client.ImportClient;
import org.khabar.deploy.importing.ImportCounts;
import org.khabar.deploy.importing.ImportRun;
import org.khabar.deploy.importing.PageFiles;
import org.khabar.deploy.importing.PageOutcome;
import org.khabar.deploy.installation.Ports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description =
                "Imports files, and what is below folders: pages as text (.txt) or HTML (.html, .htm, .xhtml), articles as JSON (.json: ninjs"
                        + " or Khabar's own form; .ndjson, .jsonl: one a line), feeds (.rss, .atom, .xml). Exit code 1 if any"
                        + " article failed.")
final class ImportCommand implements Callable<Integer> {
    private static final JsonMapper JSON = new JsonMapper();

    private final Surroundings surroundings;

    @Mixin
    private final LoginOptions loginOptions = new LoginOptions();

    @Option(
            names = "--json",
            description = "One JSON object for each article, a line each: path, status, id, error, warnings.")
    private boolean json;

    @Option(
            names = "--outlet",
            paramLabel = "C",
            description = "The code of the outlet that the pages are of; without it each page must say so itself.")
    private @Nullable String outlet;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files and folders.")
    private List<Path> paths = List.of();

    ImportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<Path> pages = PageFiles.list(paths);
        if (pages.isEmpty()) {
            throw new StackException("no files to import below " + paths);
        }
        Ports ports = surroundings.ports();
        AccessTokens tokens = new AccessTokens(ports, loginOptions.login("editor"));
        tokens.get(); // a refused login is one failure, not one for each page
        ImportCounts counts = run(new ImportRun(new ImportClient(ports, tokens, outlet)), pages);
        if (!json) {
            surroundings.out().println(counts);
        }
        return counts.hasFailures() ? 1 : 0;
    }

    private ImportCounts run(ImportRun run, List<Path> pages) {
        ImportCounts counts = new ImportCounts();
        try (ImportProgress progress = new ImportProgress(surroundings, pages.size())) {
            run.run(
                    pages,
                    outcome -> {
                        counts.add(outcome);
                        if (json) {
                            printJson(outcome);
                        }
                        progress.show(outcome, !json);
                    },
                    progress::step);
        }
        return counts;
    }

    private void printJson(PageOutcome outcome) {
        try {
            surroundings.out().println(JSON.writeValueAsString(outcome));
        } catch (JacksonException e) {
            throw new IllegalStateException("an outcome is always JSON", e);
        }
    }
}
