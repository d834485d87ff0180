package org.khabar.deploy.importing;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.khabar.deploy.StackException;
import org.khabar.deploy.client.DocumentForm;
import org.khabar.deploy.client.ImportClient;

/** Imports many pages, a few at a time. */
public final class ImportRun {
    private static final int AT_A_TIME = 4;

    private final ImportClient client;

    public ImportRun(ImportClient client) {
        this.client = client;
    }

    /**
     * Imports the pages. A page that fails does not stop the others.
     *
     * @param each takes each outcome, in the order of the pages, on the calling thread
     */
    public void run(List<Path> pages, Consumer<PageOutcome> each) {
        run(pages, each, () -> {});
    }

    /**
     * As {@link #run(List, Consumer)}.
     *
     * @param after is told of each file that is through: one of several articles has as many outcomes
     */
    public void run(List<Path> pages, Consumer<PageOutcome> each, Runnable after) {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().factory())) {
            Map<Path, CompletableFuture<PageOutcome>> outcomes = new HashMap<>();
            pages.stream()
                    .filter(page -> !isSeveral(page))
                    .forEach(
                            page -> outcomes.put(page, CompletableFuture.supplyAsync(() -> importPage(page), threads)));
            for (Path page : pages) {
                CompletableFuture<PageOutcome> outcome = outcomes.get(page);
                if (outcome == null) {
                    new ItemsFile(client, page).importAll(each);
                } else {
                    each.accept(outcome.join());
                }
                after.run();
            }
        }
    }

    private static boolean isSeveral(Path page) {
        return DocumentForm.of(page).isSeveral() && Files.isRegularFile(page);
    }

    private PageOutcome importPage(Path page) {
        String path = page.toString();
        if (!Files.isRegularFile(page)) {
            return PageOutcome.failed(path, whyNoFile(page));
        }
        try {
            return outcome(path, client.send(page));
        } catch (StackException e) {
            return PageOutcome.failed(path, String.valueOf(e.getMessage()));
        }
    }

    private static String whyNoFile(Path page) {
        if (Files.notExists(page)) {
            return "does not exist";
        }
        return Files.exists(page) && !Files.isDirectory(page) ? "is no file" : "cannot be read";
    }

    private static PageOutcome outcome(String path, JsonNode answer) {
        List<String> warnings = StreamSupport.stream(answer.path("warnings").spliterator(), false)
                .map(warning -> warning.path("message").asText())
                .toList();
        return new PageOutcome(path, status(answer), answer.path("id").asText(), null, warnings);
    }

    static PageOutcome.Status status(JsonNode answer) {
        String id = answer.path("status").asText();
        return Stream.of(PageOutcome.Status.CREATED, PageOutcome.Status.REVISED, PageOutcome.Status.UNCHANGED)
                .filter(status -> status.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new StackException("the answer has no known status: " + id));
    }
}
