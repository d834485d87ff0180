package org.khabar.article.newsroom;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleDesk;
import org.khabar.article.article.ArticleEdit;
import org.khabar.article.article.ArticleNode;
import org.khabar.article.article.Signature;
import org.khabar.article.article.workflow.Move;
import org.khabar.article.failure.RequestFailure;

/** Checks what editors ask for, in the name of whoever asks, and has it done. Nothing is written when it is refused. */
@ApplicationScoped
class Newsroom {

    private final ArticleDesk desk;
    private final ArticleInputs inputs;
    private final SecurityIdentity caller;
    private final NewsroomConfig config;
    private final Clock clock;

    Newsroom(ArticleDesk desk, ArticleInputs inputs, SecurityIdentity caller, NewsroomConfig config, Clock clock) {
        this.desk = desk;
        this.inputs = inputs;
        this.caller = caller;
        this.config = config;
        this.clock = clock;
    }

    ArticleNode create(CreateArticleInput input, @Nullable String note) {
        return desk.create(inputs.content(input), signature(note));
    }

    ArticleNode revise(String id, int version, ReviseArticleInput input, @Nullable String note) {
        return desk.move(id, version, new Move.Revise(), inputs.edit(input), signature(note));
    }

    ArticleNode correct(String id, int version, ReviseArticleInput input, String publicNote, @Nullable String note) {
        Move move = new Move.Correct(TextChecks.required("publicNote", publicNote, config.maxNoteLength()));
        return desk.move(id, version, move, inputs.edit(input), signature(note));
    }

    ArticleNode schedule(String id, int version, Instant embargoUntil, @Nullable String note) {
        return move(id, version, new Move.Schedule(checked(embargoUntil)), note);
    }

    ArticleNode withdraw(String id, int version, String reason, @Nullable String note) {
        Move move = new Move.Withdraw(TextChecks.required("reason", reason, config.maxNoteLength()));
        return move(id, version, move, note);
    }

    /** For moves that take nothing. */
    ArticleNode move(String id, int version, Move move, @Nullable String note) {
        return desk.move(id, version, move, ArticleEdit.NONE, signature(note));
    }

    private Instant checked(Instant embargoUntil) {
        Instant now = clock.instant();
        if (!embargoUntil.isAfter(now)) {
            throw RequestFailure.badInput("embargoUntil is %s; it must be in the future.".formatted(embargoUntil));
        }
        if (embargoUntil.isAfter(now.plus(config.maxEmbargo()))) {
            throw RequestFailure.limitExceeded("embargoUntil is more than %d days ahead, which is the limit."
                    .formatted(config.maxEmbargo().toDays()));
        }
        return embargoUntil.truncatedTo(ChronoUnit.MICROS);
    }

    private Signature signature(@Nullable String note) {
        return new Signature(
                caller.getPrincipal().getName(), TextChecks.optional("note", note, config.maxNoteLength()));
    }
}
