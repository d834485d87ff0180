package org.khabar.gateway.schema;

import java.util.List;

/** There is no schema to be had, or a broken one. */
final class SchemaUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;

    SchemaUnavailableException(List<String> reasons) {
        super(String.join("; ", reasons));
        this.reasons = List.copyOf(reasons);
    }

    List<String> reasons() {
        return reasons;
    }
}
