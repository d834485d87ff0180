package org.khabar.gateway.execute;

import java.util.concurrent.CompletableFuture;

/** An answer that comes in parts, as they are asked for. */
public interface AnswerParts {

    /**
     * The next part, once it is there: the first with what is not deferred, then each with all that came in since. To be
     * called when the part before has come, and only if that has more to follow.
     */
    CompletableFuture<AnswerPart> next();

    /** Gives up what has not come yet. */
    void cancel();
}
