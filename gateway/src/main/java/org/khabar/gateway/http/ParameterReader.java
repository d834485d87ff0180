package org.khabar.gateway.http;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.documents.DocumentReference;

/** Checks the parameters of a request (GraphQL over HTTP, section 5.1) and what persisted queries add to them. */
final class ParameterReader {
    private static final String SHA256 = "sha256:";

    private ParameterReader() {}

    /** The parameters of a request that is a JSON object. */
    static GraphqlParameters read(Map<?, ?> body) {
        return of(
                body.get("query"),
                body.get("documentId"),
                body.get("operationName"),
                body.get("variables"),
                body.get("extensions"));
    }

    static GraphqlParameters of(
            @Nullable Object query,
            @Nullable Object documentId,
            @Nullable Object operationName,
            @Nullable Object variables,
            @Nullable Object extensions) {
        return new GraphqlParameters(
                document(text(query, "query"), text(documentId, "documentId"), object(extensions, "extensions")),
                text(operationName, "operationName"),
                object(variables, "variables"));
    }

    private static DocumentReference document(
            @Nullable String query, @Nullable String documentId, Map<String, @Nullable Object> extensions) {
        String text = query == null || query.isBlank() ? null : query;
        String hash = persistedHash(extensions);
        if (hash != null) {
            return new DocumentReference(text, hash, true);
        }
        if (documentId != null) {
            return named(text, documentId);
        }
        if (text == null) {
            throw RequestException.malformed(400, "query must be a GraphQL document");
        }
        return DocumentReference.of(text);
    }

    /** Identifiers with a prefix are the specification's, others the operator's own (GraphQL over HTTP, appendix B). */
    private static DocumentReference named(@Nullable String text, String documentId) {
        return documentId.startsWith(SHA256)
                ? new DocumentReference(
                        text, documentId.substring(SHA256.length()).toLowerCase(Locale.ROOT), true)
                : new DocumentReference(text, documentId, false);
    }

    private static @Nullable String persistedHash(Map<String, @Nullable Object> extensions) {
        if (!(extensions.get("persistedQuery") instanceof Map<?, ?> persisted)) {
            return null;
        }
        if (!Integer.valueOf(1).equals(persisted.get("version"))) {
            throw RequestException.malformed(400, "extensions.persistedQuery.version must be 1");
        }
        if (persisted.get("sha256Hash") instanceof String hash && !hash.isBlank()) {
            return hash.toLowerCase(Locale.ROOT);
        }
        throw RequestException.malformed(400, "extensions.persistedQuery.sha256Hash must be a string");
    }

    private static @Nullable String text(@Nullable Object value, String what) {
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw RequestException.malformed(
                400, what.equals("query") ? "query must be a GraphQL document" : what + " must be a string");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> object(@Nullable Object value, String what) {
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw RequestException.malformed(400, what + " must be a JSON object");
    }
}
