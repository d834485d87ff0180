package org.khabar.entity.review;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.budget.CurrentBudget;
import org.khabar.entity.candidate.CandidateReader;
import org.khabar.entity.candidate.NameCandidateNode;
import org.khabar.entity.catalogue.EntityNode;
import org.khabar.entity.editing.CreateEntityInput;
import org.khabar.entity.editing.Editing;
import org.khabar.entity.failure.RequestFailure;
import org.khabar.entity.mention.MentionId;

/** Deciding about mentions and about names that the catalogue lacks, over GraphQL. A {@code note} is for colleagues. */
@GraphQLApi
@RunOnVirtualThread
@RolesAllowed({"editor", "moderator", "admin"})
public class ReviewApi {

    private static final String VERSION =
            " The version is that of the ruling that you have read, 0 or nothing when there was none: CONFLICT when there is a"
                    + " newer one, whose number is in the extension currentVersion.";
    private static final String CANDIDATE_VERSION =
            " The version is the candidate's that you have read, 0 when it is not given: CONFLICT when there is a newer one.";

    private final MentionDesk mentions;
    private final CandidateDesk candidates;
    private final RulingReader rulings;
    private final CandidateReader names;
    private final Editing editing;
    private final CurrentBudget budget;

    ReviewApi(
            MentionDesk mentions,
            CandidateDesk candidates,
            RulingReader rulings,
            CandidateReader names,
            Editing editing,
            CurrentBudget budget) {
        this.mentions = mentions;
        this.candidates = candidates;
        this.rulings = rulings;
        this.names = names;
        this.editing = editing;
        this.budget = budget;
    }

    @Mutation
    @Description("Says that a mention is of its entity: it stays so, whatever the linker would say." + VERSION)
    public @NonNull MentionRulingNode confirmMention(
            @Id @NonNull String id, @Nullable Integer version, @Nullable String note) {
        return ruling(mentions.confirm(MentionId.of(id), orNone(version), editing.signature(note)));
    }

    @Mutation
    @Description("Says that a mention is not of its entity: the next best is linked there, or nothing." + VERSION)
    public @NonNull MentionRulingNode rejectMention(
            @Id @NonNull String id, @Nullable Integer version, @Nullable String note) {
        return ruling(mentions.reject(MentionId.of(id), orNone(version), editing.signature(note)));
    }

    @Mutation
    @Description("Says that a mention is of another entity." + VERSION)
    public @NonNull MentionRulingNode reassignMention(
            @Id @NonNull String id, @Id @NonNull String entityId, @Nullable Integer version, @Nullable String note) {
        return ruling(mentions.reassign(
                MentionId.of(id), orNone(version), uuid("entityId", entityId), editing.signature(note)));
    }

    @Mutation
    @Description("Takes back the last decision of a ruling that holds; the one before it holds again." + VERSION)
    public @NonNull MentionRulingNode undoMentionDecision(
            @Id @NonNull String rulingId, int version, @Nullable String note) {
        return ruling(mentions.undo(uuid("rulingId", rulingId), version, editing.signature(note)));
    }

    @Mutation
    @RolesAllowed({"editor", "admin"})
    @Description(
            "Makes an entity of a name that the catalogue lacks, which is one of its aliases. Articles that have the"
                    + " name are linked again." + CANDIDATE_VERSION)
    public @NonNull EntityNode promoteCandidate(
            @Id @NonNull String id,
            @NonNull CreateEntityInput input,
            @Nullable Integer version,
            @Nullable String note) {
        return candidates.promote(number(id), orNone(version), input, note);
    }

    @Mutation
    @Description("Has a name that the catalogue lacks not come back, whatever it seems to be the next time."
            + CANDIDATE_VERSION)
    public @NonNull NameCandidateNode dismissCandidate(
            @Id @NonNull String id, @Nullable Integer version, @Nullable String note) {
        candidates.dismiss(number(id), orNone(version), editing.signature(note));
        return candidate(id);
    }

    @Mutation
    @Description("Takes a dismissal back." + CANDIDATE_VERSION)
    public @NonNull NameCandidateNode restoreCandidate(
            @Id @NonNull String id, @Nullable Integer version, @Nullable String note) {
        candidates.restore(number(id), orNone(version), editing.signature(note));
        return candidate(id);
    }

    private MentionRulingNode ruling(UUID id) {
        return rulings.get(id, budget.get());
    }

    private NameCandidateNode candidate(String id) {
        long number = number(id);
        return Objects.requireNonNull(
                names.listByIds(List.of(number), budget.get()).get(number));
    }

    private static int orNone(@Nullable Integer version) {
        return version == null ? 0 : version;
    }

    private static UUID uuid(String name, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw RequestFailure.notFound("%s is no id of anything.".formatted(name));
        }
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException notAnId) {
            throw RequestFailure.notFound("id is no id of a candidate.");
        }
    }
}
