package org.khabar.gateway.plan;

/** A field that no fetch can bring; a plan with other choices may. */
final class UnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient PlanField field;

    UnreachableException(PlanField field) {
        super("Unreachable: " + field.coordinate(), null, false, false);
        this.field = field;
    }

    PlanField field() {
        return field;
    }
}
