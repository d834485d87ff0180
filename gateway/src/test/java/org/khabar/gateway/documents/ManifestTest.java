package org.khabar.gateway.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {
    private static final Path FOLDER = Path.of("src/test/resources/documents");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"apollo.json", "relay.json"})
    void theFormatsOfApolloAndRelayAreRead(String file) {
        Manifest manifest = Manifest.read(FOLDER.resolve(file));

        assertThat(manifest.find("names")).contains("query Names { products { name } }");
        assertThat(manifest.find("other")).isEmpty();
        assertThat(manifest.contains("query Names { products { name } }")).isTrue();
        assertThat(manifest.contains("query Names { products { upc } }")).isFalse();
        assertThat(manifest.operationNames()).contains("Names").doesNotContain("products", "names");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | it is no JSON object",
                "{\"names\": 7} | the document with the id \"names\" is no string",
                "{\"operations\": []} | its format is not apollo-persisted-query-manifest, version 1",
                "{\"format\": \"apollo-persisted-query-manifest\", \"version\": 1, \"operations\": [{\"body\": \"{ a }\"}]}"
                        + " | an operation has no id",
                "{\"format\": \"apollo-persisted-query-manifest\", \"version\": 1, \"operations\": [{\"id\": \"a\","
                        + " \"body\": \"{ a }\"}, {\"id\": \"a\", \"body\": \"{ b }\"}]} | two documents have the id \"a\"",
                "oops | Not a JSON value"
            })
    void whatIsWrongWithAManifestIsSaid(String json, String why) throws IOException {
        Path file = Files.writeString(folder.resolve("manifest.json"), json);

        assertThatThrownBy(() -> Manifest.read(file))
                .hasMessageContaining(file.toString())
                .hasMessageContaining(why);
    }

    @Test
    void aManifestThatIsNotThereIsAnError() {
        assertThatThrownBy(() -> Manifest.read(folder.resolve("nowhere.json"))).hasMessageContaining("nowhere.json");
    }
}
