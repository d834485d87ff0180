package org.khabar.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.khabar.deploy.installation.Part;

/** entity-service is killed in the middle of an import of Wikidata, and goes on with it when it is back. */
@Order(6)
@ExtendWith(StackExtension.class)
class WikidataImportCrashIT {
    private static final int ITEMS = 20_000;
    private static final String FILE = "generated.json.gz";
    private static final String STATUS =
            "{ wikidataImport(id: \"%s\") { state stage lines created updated endedAt failure skipped { reason count } } }";

    private final RunningStack stack;

    WikidataImportCrashIT(RunningStack stack) {
        this.stack = stack;
    }

    @AfterEach
    void repair() {
        stack.startMissingParts();
    }

    @Test
    void eachItemIsAnEntityOnce() throws Exception {
        write(Files.createDirectories(stack.installation().dumpsFolder()).resolve(FILE));
        String id = stack.ask("admin", "mutation { importWikidata(file: \"" + FILE + "\") { id } }")
                .data()
                .at("/importWikidata/id")
                .asText();

        await().atMost(TaggedArticles.PATIENCE)
                .until(() -> status(id).path("created").asInt() >= ITEMS / 10);
        stack.kill(Part.ENTITIES);
        stack.startMissingParts();
        int done = status(id).path("created").asInt();
        assertThat(done).as("killed in the middle").isBetween(ITEMS / 10, ITEMS - 1);

        await().atMost(TaggedArticles.PATIENCE).until(() -> status(id).hasNonNull("endedAt"));
        JsonNode ended = status(id);
        assertThat(ended.path("state").asText()).as(ended.toString()).isEqualTo("DONE");
        assertThat(ended.path("lines").asInt()).isEqualTo(ITEMS + 1);
        assertThat(ended.path("created").asInt()).isEqualTo(ITEMS);
        assertThat(ended.path("updated").asInt()).isZero();
        assertThat(ended.at("/skipped/0/count").asInt()).isOne();
        JsonNode found = stack.ask(
                        "reader",
                        "{ entities(search: \"بلدة التجربة\") { totalCount } last: entities(search: \"بلدة التجربة %d\") { nodes { __typename externalIds { value } } } }"
                                .formatted(ITEMS))
                .data();
        assertThat(found.at("/entities/totalCount").asInt()).isEqualTo(ITEMS);
        assertThat(found.at("/last/nodes/0/__typename").asText()).isEqualTo("Place");
        assertThat(found.at("/last/nodes/0/externalIds/0/value").asText()).isEqualTo("Q" + number(ITEMS));
    }

    private JsonNode status(String id) {
        return stack.ask("admin", STATUS.formatted(id)).data().path("wikidataImport");
    }

    private static int number(int item) {
        return 800_000_000 + item;
    }

    private static void write(Path file) throws IOException {
        try (Writer out =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
            out.write("[\n{\"type\":\"property\",\"id\":\"P31\"}");
            for (int item = 1; item <= ITEMS; item++) {
                out.write(
                        ",\n{\"type\":\"item\",\"id\":\"Q%d\",\"labels\":{\"ar\":{\"language\":\"ar\",\"value\":\"بلدة التجربة %d\"}},\"claims\":{\"P31\":[{\"mainsnak\":{\"datavalue\":{\"value\":{\"id\":\"Q515\"}}},\"rank\":\"normal\"}]}}"
                                .formatted(number(item), item));
            }
            out.write("\n]\n");
        }
    }
}
