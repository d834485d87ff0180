package org.khabar.gateway.plan;

/** An operation for which no plan can be made. */
public final class PlanningException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    private PlanningException(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** No subgraph can be reached that resolves the field there. */
    static PlanningException unreachable(String path, String coordinate) {
        return new PlanningException(
                "INTERNAL", "No subgraph that resolves " + coordinate + " can be reached at " + path);
    }

    /** The plan would be larger than the configured bound. */
    static PlanningException tooLarge(int bound) {
        return new PlanningException(
                "LIMIT_EXCEEDED", "The operation expands to more than " + bound + " selections over its types");
    }

    /** A field counts under more conditions than the configured bound. */
    static PlanningException tooManyConditions(String key, int bound) {
        return new PlanningException(
                "LIMIT_EXCEEDED", "'" + key + "' is selected under more than " + bound + " different conditions");
    }

    /** Fields require fields that require fields, and so on, in too many ways. */
    static PlanningException tooManyRequirements(int bound) {
        return new PlanningException(
                "LIMIT_EXCEEDED", "Planning takes looking at the requirements of fields more than " + bound + " times");
    }

    /** An argument asks a list for more items than the configured bound. */
    static PlanningException tooLong(String coordinate, String argument, int bound) {
        return new PlanningException(
                "LIMIT_EXCEEDED",
                "Argument '" + argument + "' of " + coordinate + " asks for more than " + bound + " items");
    }

    /** The kind of operation is not served. */
    static PlanningException unsupported(String message) {
        return new PlanningException("BAD_USER_INPUT", message);
    }

    /** What clients see as {@code extensions.code}. */
    public String code() {
        return code;
    }

    String explain() {
        return String.valueOf(getMessage());
    }
}
