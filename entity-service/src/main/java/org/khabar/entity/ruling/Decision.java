package org.khabar.entity.ruling;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An editor's decision.
 *
 * @param entity whom the stretch means, or does not mean when it is rejected; null for one that is undone only
 * @param former whom it was linked to before it was reassigned; null for the others
 * @param author the editor's name
 * @param note what they tell colleagues
 */
public record Decision(
        DecisionKind kind,
        @Nullable UUID entity,
        @Nullable UUID former,
        String author,
        @Nullable String note) {

    public Decision {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(author);
        if ((entity == null) != (kind == DecisionKind.UNDONE)) {
            throw new IllegalArgumentException("a decision %s of %s".formatted(kind, entity));
        }
    }

    public static Decision confirmed(UUID entity, String author, @Nullable String note) {
        return new Decision(DecisionKind.CONFIRMED, entity, null, author, note);
    }

    public static Decision rejected(UUID entity, String author, @Nullable String note) {
        return new Decision(DecisionKind.REJECTED, entity, null, author, note);
    }

    public static Decision reassigned(UUID former, UUID entity, String author, @Nullable String note) {
        return new Decision(DecisionKind.REASSIGNED, entity, former, author, note);
    }

    public static Decision undone(String author, @Nullable String note) {
        return new Decision(DecisionKind.UNDONE, null, null, author, note);
    }
}
