package org.khabar.entity.mention;

/** An event could not be handled and is to be tried again. */
final class EventFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String publicReason;

    EventFailure(FeedEvent event, boolean ownFault, Throwable cause) {
        super("event %d could not be handled".formatted(event.id()), cause);
        publicReason = ownFault
                ? "event %d cannot be handled; the log says why".formatted(event.id())
                : "event %d waits: the database cannot store it; the log says why".formatted(event.id());
    }

    /** What health may say of it. */
    String publicReason() {
        return publicReason;
    }
}
