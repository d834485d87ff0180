package org.khabar.deploy.importing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.khabar.deploy.StackException;
import org.khabar.deploy.client.DocumentForm;
import org.khabar.deploy.client.ImportClient;

/**
 * A file of several articles. One of lines is read and sent some lines at a time, so that its size does not matter and
 * nobody sends more than the answer leaves room for; a line that was imported before is found unchanged, so that a file
 * whose import broke off is imported again from its start.
 */
final class ItemsFile {
    private static final int MAX_LINES = 1000;
    private static final int MAX_BYTES = 4 << 20;
    private static final int BUFFER = 1 << 16;

    private final ImportClient client;
    private final Path file;
    private final DocumentForm form;

    ItemsFile(ImportClient client, Path file) {
        this.client = client;
        this.file = file;
        this.form = DocumentForm.of(file);
    }

    /** @param each takes the outcome of each article, and of the file when it fails as a whole */
    void importAll(Consumer<PageOutcome> each) {
        try {
            if (form == DocumentForm.NDJSON) {
                importLines(each);
            } else {
                send(Files.readAllBytes(file), "#", "index", 0, each);
            }
        } catch (IOException e) {
            each.accept(PageOutcome.failed(file.toString(), "cannot be read"));
        } catch (StackException e) {
            each.accept(PageOutcome.failed(file.toString(), String.valueOf(e.getMessage())));
        }
    }

    private void importLines(Consumer<PageOutcome> each) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            long before = 0;
            for (Lines lines = read(in); lines.count() > 0; lines = read(in)) {
                send(lines.bytes(), ":", "line", before, each);
                before += lines.count();
            }
        }
    }

    private record Lines(byte[] bytes, int count) {}

    /** Whole lines, as many as go into one request; at least one when there is one. */
    private static Lines read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int count = 0;
        boolean open = false;
        int next;
        while (count < MAX_LINES && (bytes.size() < MAX_BYTES || open) && (next = in.read()) >= 0) {
            bytes.write(next);
            open = next != '\n';
            count += open ? 0 : 1;
        }
        return new Lines(bytes.toByteArray(), open ? count + 1 : count);
    }

    private void send(byte[] document, String sign, String number, long before, Consumer<PageOutcome> each) {
        client.sendAll(form, document, line -> {
            if (line.has("status")) {
                each.accept(
                        outcome(line, file + sign + (before + line.path(number).asLong())));
            } else if (!line.path("done").asBoolean()) {
                throw new StackException("the import broke off: " + ImportClient.refusal(200, line.path("error")));
            }
        });
    }

    private static PageOutcome outcome(JsonNode line, String path) {
        if (line.path("status").asText().equals(PageOutcome.Status.FAILED.id())) {
            return PageOutcome.failed(path, ImportClient.refusal(200, line.path("error")));
        }
        List<String> warnings = StreamSupport.stream(line.path("warnings").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        return new PageOutcome(path, ImportRun.status(line), line.path("id").asText(), null, warnings);
    }
}
