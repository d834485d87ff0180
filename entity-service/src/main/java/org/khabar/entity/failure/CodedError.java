package org.khabar.entity.failure;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A GraphQL error with {@code extensions.code} and what its refusal gives beside it, no other extension. */
final class CodedError implements GraphQLError {

    private static final long serialVersionUID = 1L;

    private final String message;
    private final transient List<SourceLocation> locations;
    private final transient @Nullable List<Object> path;
    private final ErrorCode code;
    private final transient Map<String, Object> details;

    /** An error in the place of another. */
    CodedError(GraphQLError original, ErrorCode code, String message, Map<String, Object> details) {
        this.details = details;
        this.message = message;
        this.locations = original.getLocations() == null ? List.of() : List.copyOf(original.getLocations());
        this.path = original.getPath() == null ? null : List.copyOf(original.getPath());
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

    /** Never null and never ExecutionAborted: Quarkus' handler asks for it, and fails on an aborted execution of ours. */
    @Override
    public ErrorClassification getErrorType() {
        return ErrorType.DataFetchingException;
    }

    @Override
    public Map<String, Object> getExtensions() {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", code.name());
        extensions.putAll(new TreeMap<>(details));
        return extensions;
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
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("line", location.getLine());
        place.put("column", location.getColumn());
        return place;
    }
}
