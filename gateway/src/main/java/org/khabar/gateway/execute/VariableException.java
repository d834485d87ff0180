package org.khabar.gateway.execute;

/** A variable that does not fit its type. The message is fit for clients. */
public final class VariableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    VariableException(String message) {
        super(message, null, false, false);
    }
}
