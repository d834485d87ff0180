package org.khabar.article.pulling;

/** A pull that did not work, and why, for admins. Has no stack trace: it describes another's server, not a fault of ours. */
final class PullFailure extends Exception {

    private static final long serialVersionUID = 1L;

    PullFailure(String message) {
        super(message, null, false, false);
    }

    /** The reason; never null. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
