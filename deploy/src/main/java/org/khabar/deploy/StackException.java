package org.khabar.deploy;

/** Something a user can act on: the message is one plain line that names what is wrong and what to do. */
public class StackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StackException(String message) {
        super(message);
    }

    public StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
