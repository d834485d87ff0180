package org.khabar.article.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.Objects;
import org.khabar.article.article.ArticleNode;
import org.khabar.article.article.Correction;
import org.khabar.article.article.StatedCorrection;
import org.khabar.article.article.TextBlock;
import org.khabar.article.article.workflow.ArticleState;
import org.khabar.article.importing.draft.ArticleDraft;
import org.khabar.article.importing.draft.UnreadablePage;
import org.khabar.article.importing.form.FormItem;
import org.khabar.article.importing.form.TestContexts;
import org.khabar.article.importing.json.JsonForm;

/** Reads what the service writes as JSON, as an import does, and compares. */
public final class ReadBack {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private ReadBack() {}

    /** What was written is read as the article that it was written of. */
    public static void assertSame(Object written, RichArticles.Rich rich, String outlet) {
        FormItem.Read item = (FormItem.Read) read(written);
        ArticleDraft draft = item.draft();
        ArticleNode article = rich.article();
        assertThat(draft.headline()).isEqualTo(article.headline());
        assertThat(draft.outlet()).isEqualTo(outlet);
        assertThat(draft.language()).isEqualTo(article.language());
        assertThat(draft.kind()).isEqualTo(article.kind());
        assertThat(draft.byline()).isEqualTo(article.byline());
        assertThat(draft.credit()).isEqualTo(article.credit());
        assertThat(item.url()).isEqualTo(article.url());
        assertThat(draft.publishedAt()).isEqualTo(article.publishedAt());
        assertThat(draft.publishedAtStated()).isTrue();
        assertThat(draft.blocks().stream()
                        .map(block -> new TextBlock(block.kind(), block.text()))
                        .toList())
                .isEqualTo(rich.blocks().stream()
                        .map(block -> new TextBlock(block.kind(), block.text()))
                        .toList());
        assertThat(Objects.requireNonNullElse(draft.extras().media(), List.of()))
                .isEqualTo(article.media());
        assertThat(Objects.requireNonNullElse(draft.extras().subjects(), List.of()))
                .isEqualTo(article.subjectCodes());
        String correction = article.correctionNote();
        assertThat(draft.extras().state())
                .isEqualTo(correction == null ? new ArticleState.Published() : new ArticleState.Corrected(correction));
        assertThat(draft.extras().standing().corrections())
                .extracting(StatedCorrection::note)
                .isEqualTo(rich.corrections().stream().map(Correction::note).toList());
    }

    private static FormItem read(Object written) {
        try {
            return new JsonForm()
                    .parse(JSON.writeValueAsBytes(written), TestContexts.plain())
                    .getFirst();
        } catch (JsonProcessingException | UnreadablePage refused) {
            throw new AssertionError(refused);
        }
    }
}
