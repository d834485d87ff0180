package org.khabar.gateway.http;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.digest.Sha256;
import org.khabar.gateway.schema.ServedSchema;

/**
 * What operations are known by, letter by letter. Of a long document only the digest is kept.
 *
 * @param schema compared by identity: a new schema starts anew
 * @param document the document, or its digest
 * @param length characters of the document
 * @param operationName which operation of it; null when it has just one
 */
record OperationKey(
        ServedSchema schema,
        String document,
        int length,
        @Nullable String operationName) {
    /** A digest and its object are not much smaller than that. */
    static final int LONGEST_KEPT = 256;

    /** What an entry takes beside its document. */
    private static final int BASE_WEIGHT = 10;

    private static final int CHARACTERS_PER_UNIT = 10;

    static OperationKey of(ServedSchema schema, GraphqlRequest request) {
        String query = request.query();
        String document = query.length() > LONGEST_KEPT ? Sha256.hex(query) : query;
        return new OperationKey(schema, document, query.length(), request.operationName());
    }

    /** See {@link org.khabar.gateway.schema.SchemaConfig#planCacheWeight()}. */
    int weight() {
        return BASE_WEIGHT + length / CHARACTERS_PER_UNIT;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OperationKey that
                && schema == that.schema
                && length == that.length
                && document.equals(that.document)
                && Objects.equals(operationName, that.operationName);
    }

    @Override
    public int hashCode() {
        return document.hashCode();
    }
}
