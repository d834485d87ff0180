package org.khabar.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.khabar.gateway.schema.ServedSchema;

@SuppressWarnings("NullAway") // A schema that nobody looks into.
class OperationKeyTest {
    private static final ServedSchema SCHEMA = new ServedSchema(null, null, null, null, Map.of());

    private static OperationKey key(String query) {
        return OperationKey.of(SCHEMA, new GraphqlRequest(query, null, Map.of()));
    }

    private static String padded(int length) {
        return "{ a }" + " ".repeat(length - 5);
    }

    @Test
    void ofALongDocumentOnlyTheDigestIsKept() {
        assertThat(key(padded(256)).document()).isEqualTo(padded(256));
        assertThat(key(padded(257)).document()).hasSize(64).matches("[0-9a-f]+");
        assertThat(key(padded(257))).isEqualTo(key(padded(257))).isNotEqualTo(key(padded(258)));
    }

    @Test
    void aDigestSentAsADocumentIsNotTheDocument() {
        OperationKey known = key(padded(1_000));

        assertThat(key(known.document())).isNotEqualTo(known);
    }

    @Test
    void longDocumentsWeighMore() {
        assertThat(key("{ a }").weight()).isEqualTo(10);
        assertThat(key(padded(200_000)).weight()).isEqualTo(20_010);
    }

    @Test
    void aNewSchemaStartsAnew() {
        OperationKey other = OperationKey.of(
                new ServedSchema(null, null, null, null, Map.of()), new GraphqlRequest("{ a }", null, Map.of()));

        assertThat(key("{ a }")).isNotEqualTo(other).isEqualTo(key("{ a }"));
    }
}
