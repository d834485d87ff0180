package org.khabar.entity.failure;

/** What went wrong, as clients see it in {@code extensions.code} of a GraphQL error and {@code error.code} of REST. */
public enum ErrorCode {
    UNAUTHENTICATED,
    FORBIDDEN,
    NOT_FOUND,
    BAD_USER_INPUT,
    CONFLICT,
    LIMIT_EXCEEDED,
    TIMEOUT,
    INTERNAL,
    GRAPHQL_PARSE_FAILED,
    GRAPHQL_VALIDATION_FAILED
}
