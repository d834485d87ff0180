package org.khabar.article.newsroom;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleContent;
import org.khabar.article.article.ArticleEdit;
import org.khabar.article.article.ArticleKind;
import org.khabar.article.article.ArticleMedia;
import org.khabar.article.article.ArticleUrl;
import org.khabar.article.article.BlockKind;
import org.khabar.article.article.MediaInput;
import org.khabar.article.article.TextBlock;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.outlet.OutletRegistry;
import org.khabar.article.subject.SubjectCode;
import org.khabar.article.text.LanguageTag;

/** Makes of what editors send what articles say. Throws {@link RequestFailure} for what cannot be used, naming it. */
@ApplicationScoped
class ArticleInputs {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final NewsroomConfig config;
    private final OutletRegistry outlets;
    private final Clock clock;

    ArticleInputs(NewsroomConfig config, OutletRegistry outlets, Clock clock) {
        this.config = config;
        this.outlets = outlets;
        this.clock = clock;
    }

    ArticleContent content(CreateArticleInput input) {
        return new ArticleContent(
                outlet(input.outlet()),
                url(input.url()),
                headline(input.headline()),
                language(input.language()),
                input.kind() == null ? ArticleKind.NEWS : input.kind(),
                TextChecks.optional("byline", input.byline(), config.maxSignatureLength()),
                TextChecks.optional("credit", input.credit(), config.maxSignatureLength()),
                input.publishedAt() == null ? clock.instant() : time(input.publishedAt()),
                input.publishedAt() != null,
                blocks(input.blocks()),
                media(input.media()),
                subjects(input.subjects()));
    }

    ArticleEdit edit(ReviseArticleInput input) {
        return new ArticleEdit(
                input.outlet() == null ? null : outlet(input.outlet()),
                url(input.url()),
                input.headline() == null ? null : headline(input.headline()),
                input.language() == null ? null : language(input.language()),
                input.kind(),
                signature("byline", input.byline()),
                signature("credit", input.credit()),
                input.publishedAt() == null ? null : time(input.publishedAt()),
                input.blocks() == null ? null : blocks(input.blocks()),
                media(input.media()),
                subjects(input.subjects()));
    }

    private static @Nullable List<ArticleMedia> media(@Nullable List<MediaInput> input) {
        return input == null ? null : MediaInput.toMedia(input);
    }

    private static @Nullable List<String> subjects(@Nullable List<String> codes) {
        return codes == null
                ? null
                : codes.stream().map(SubjectCode::checked).distinct().toList();
    }

    private UUID outlet(String code) {
        return outlets.getByCode(code.strip()).id();
    }

    private static @Nullable String url(@Nullable String url) {
        return url == null || url.isBlank() ? null : ArticleUrl.checked(url);
    }

    private String headline(String headline) {
        return TextChecks.required("headline", headline, config.maxHeadlineLength());
    }

    /** Empty for one that is blank: there is to be none. */
    private @Nullable String signature(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        return text.isBlank() ? "" : TextChecks.bounded(name, text, config.maxSignatureLength());
    }

    private static String language(String tag) {
        return LanguageTag.find(tag).orElseThrow(() -> RequestFailure.badInput("The language is not a BCP 47 tag."));
    }

    private static Instant time(Instant publishedAt) {
        if (publishedAt.isBefore(EARLIEST) || publishedAt.isAfter(LATEST)) {
            throw RequestFailure.badInput("publishedAt is not between the years 1 and 9999.");
        }
        return publishedAt;
    }

    private List<TextBlock> blocks(List<BlockInput> input) {
        if (input.size() > config.maxBlocks()) {
            throw RequestFailure.limitExceeded(
                    "The article has %d blocks; the limit is %d.".formatted(input.size(), config.maxBlocks()));
        }
        long length = input.stream().mapToLong(block -> block.text().length()).sum();
        if (length > config.maxTextLength()) {
            throw RequestFailure.limitExceeded(
                    "The text has %d characters; the limit is %d.".formatted(length, config.maxTextLength()));
        }
        List<TextBlock> blocks = new ArrayList<>(input.size());
        for (BlockInput block : input) {
            blocks.add(block(block, blocks.size()));
        }
        return blocks;
    }

    private static TextBlock block(BlockInput block, int position) {
        BlockKind kind = block.kind() == null ? BlockKind.PARAGRAPH : block.kind();
        String name = "The text of block " + position;
        if (block.text().isBlank() && kind != BlockKind.IMAGE) {
            throw RequestFailure.badInput(name + " is empty.");
        }
        return new TextBlock(kind, TextChecks.storable(name, block.text()));
    }
}
