package org.khabar.gateway.execute;

/** A subgraph that did not answer as it should. The message is fit for clients; the cause is for the log. */
public final class SubgraphFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    private SubgraphFailure(String code, String message, Throwable cause) {
        super(message, cause, false, false);
        this.code = code;
    }

    /** It cannot be reached, answers nonsense or too much. */
    public static SubgraphFailure unavailable(String subgraph, String detail, Throwable cause) {
        return new SubgraphFailure(
                "SUBGRAPH_UNAVAILABLE", "Service '" + subgraph + "' is not available: " + detail, cause);
    }

    /** It answers nonsense or too much. */
    public static SubgraphFailure unavailable(String subgraph, String detail) {
        return unavailable(subgraph, detail, new IllegalStateException(detail));
    }

    /** It took too long. */
    public static SubgraphFailure timeout(String subgraph, Throwable cause) {
        return new SubgraphFailure("TIMEOUT", "Service '" + subgraph + "' did not answer in time", cause);
    }

    /** What clients see as {@code extensions.code}. */
    public String code() {
        return code;
    }

    String explain() {
        return String.valueOf(getMessage());
    }
}
