package org.khabar.entity.failure;

import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
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

    /** None: graphql-java would add it as an extension, and the code says it better. */
    @Override
    @SuppressWarnings("NullAway") // graphql-java leaves a missing classification out.
    public ErrorClassification getErrorType() {
        return null;
    }

    @Override
    public Map<String, Object> getExtensions() {
        return Map.of("code", code.name());
    }
}
