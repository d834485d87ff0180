package org.khabar.deploy.stack;

import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.khabar.deploy.installation.Part;

/**
 * How one part is.
 *
 * @param processId of the running process; empty when down
 * @param since when the process started; null when down
 * @param detail what health says, or why it is down
 */
public record PartStatus(
        Part part,
        State state,
        int port,
        OptionalLong processId,
        @Nullable Instant since,
        String detail) {
    /** From best to worst. */
    public enum State {
        UP,
        UNHEALTHY,
        DOWN
    }

    static PartStatus down(StackPart part, String detail) {
        return new PartStatus(part.part(), State.DOWN, part.port(), OptionalLong.empty(), null, detail);
    }

    public boolean isUp() {
        return state == State.UP;
    }
}
