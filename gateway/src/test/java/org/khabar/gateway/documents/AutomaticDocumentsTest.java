package org.khabar.gateway.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AutomaticDocumentsTest {

    @Test
    void documentsAreFoundByTheirHash() {
        AutomaticDocuments documents = new AutomaticDocuments(10_000);
        documents.keep("abc", "{ products { name } }");

        assertThat(documents.find("abc")).contains("{ products { name } }");
        assertThat(documents.find("abd")).isEmpty();
    }

    @Test
    void onlySoManyCharactersAreKept() {
        AutomaticDocuments documents = new AutomaticDocuments(10_000);
        String document = "{ products { name } } #" + "x".repeat(800);
        for (int i = 0; i < 100; i++) {
            documents.keep("hash-" + i, document);
        }

        await().until(() -> IntStream.range(0, 100)
                        .filter(i -> documents.find("hash-" + i).isPresent())
                        .count()
                <= 10);
    }
}
