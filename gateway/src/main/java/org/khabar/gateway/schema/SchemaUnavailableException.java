package org.khabar.gateway.schema;

import java.util.List;

/** There is no schema to be had, or a broken one. */
final class SchemaUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;

    SchemaUnavailableException(List<Refusal> refusals) {
        super(String.join("; ", refusals.stream().map(Refusal::reason).toList()));
        this.refusals = List.copyOf(refusals);
    }

    SchemaUnavailableException(Refusal refusal) {
        this(List.of(refusal));
    }

    List<Refusal> refusals() {
        return refusals;
    }
}
