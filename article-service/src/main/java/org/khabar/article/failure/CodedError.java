package org.khabar.article.failure;

import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A GraphQL error with {@code extensions.code} and no other extension. */
final class CodedError implements GraphQLError {

    private static final long serialVersionUID = 1L;

    private final String message;
    private final transient List<SourceLocation> locations;
    private final transient @Nullable List<Object> path;
    private final ErrorCode code;

    CodedError(String message, @Nullable List<SourceLocation> locations, @Nullable List<Object> path, ErrorCode code) {
        this.message = message;
        this.locations = locations == null ? List.of() : List.copyOf(locations);
        this.path = path == null ? null : List.copyOf(path);
        this.code = code;
    }

    @Override
    public String getMessage() {
        return message;
    }

    @Override
    public List<SourceLocation> getLocations() {
        return locations;
    }

    @Override
    public @Nullable List<Object> getPath() {
        return path;
    }

    @Override
    public ErrorClassification getErrorType() {
        return type;
    }

    /** Without the classification that graphql-java adds to the extensions: the code says it better. */
    @Override
    public Map<String, Object> toSpecification() {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", message);
        error.put("locations", locations.stream().map(CodedError::location).toList());
        if (path != null) {
            error.put("path", path);
        }
        error.put("extensions", getExtensions());
        return error;
    }

    private static Map<String, Object> location(SourceLocation location) {
        return Map.of("line", location.getLine(), "column", location.getColumn());
    }

    @Override
    public Map<String, Object> getExtensions() {
        return Map.of("code", code.name());
    }
}
