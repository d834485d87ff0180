package org.khabar.deploy.stack;

/** What a running part says of itself. */
public sealed interface Health {
    /** In one line, for {@code status}. */
    String detail();

    /** It answers and can do its work. */
    record Healthy(String detail) implements Health {}

    /** It does not answer, or says that it cannot do its work. */
    record Unhealthy(String detail) implements Health {}
}
