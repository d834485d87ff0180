package org.khabar.article.importing.feed;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.BlockKind;
import org.khabar.article.importing.draft.ArticleDraft;
import org.khabar.article.importing.draft.DraftBlock;
import org.khabar.article.importing.draft.ImportWarning;
import org.khabar.article.importing.draft.UnreadablePage;
import org.khabar.article.importing.form.DraftMaker;
import org.khabar.article.importing.form.FormContext;
import org.khabar.article.importing.form.FormText;
import org.khabar.article.importing.form.HtmlBlocks;
import org.khabar.article.outlet.Outlet;
import org.khabar.article.subject.SubjectCode;

/** One entry of a feed as an article. */
final class FeedEntry {

    /** An RSS author is an address with the name behind it in brackets. */
    private static final Pattern ADDRESS_AND_NAME = Pattern.compile("^\\S+@\\S+\\s*\\((.{1,200})\\)$");

    private static final Pattern ADDRESS = Pattern.compile("^\\S+@\\S+$");

    private final SyndEntry entry;
    private final SyndFeed feed;

    FeedEntry(SyndEntry entry, SyndFeed feed) {
        this.entry = entry;
        this.feed = feed;
    }

    /** Where the entry says that it was published: its link, else its id when that is a URL. */
    @Nullable
    String url() {
        return Stream.of(entry.getLink(), entry.getUri())
                .filter(url -> url != null && FormText.isUrl(url.strip()))
                .map(String::strip)
                .findFirst()
                .orElse(null);
    }

    ArticleDraft draft(FormContext context) throws UnreadablePage {
        DraftMaker draft = new DraftMaker(context);
        SyndContent title = entry.getTitleEx();
        draft.headline(title == null || title.getValue() == null ? null : FormText.plain(title.getValue()));
        text(draft);
        draft.byline(authors());
        published(draft);
        draft.languageHint(language(context));
        draft.media(FeedMedia.of(entry));
        draft.subjects(subjects());
        FeedCategories.kind(entry.getCategories().stream()
                        .map(SyndCategory::getName)
                        .toList())
                .ifPresent(draft::kind);
        outletByTitle(context).ifPresent(draft::outlet);
        ArticleDraft made = draft.make(url(), feed.getLink());
        for (String text : List.of(made.headline(), String.valueOf(made.byline()))) {
            FormText.check(text);
        }
        return made;
    }

    /** The feed's, else that of an outlet that has one alone. */
    private @Nullable String language(FormContext context) {
        String stated = feed.getLanguage();
        if (stated != null && !stated.isBlank()) {
            return stated.strip();
        }
        Outlet outlet = context.outlet();
        return outlet != null && outlet.languages().size() == 1
                ? outlet.languages().getFirst()
                : null;
    }

    /** Categories that are media topics by their scheme or by their own form; null when there is none. */
    private @Nullable List<String> subjects() {
        List<String> codes = entry.getCategories().stream()
                .filter(category -> category.getName() != null)
                .filter(category -> isOfMediaTopics(category.getTaxonomyUri()) || isOfMediaTopics(category.getName()))
                .flatMap(category -> SubjectCode.find(category.getName()).stream())
                .distinct()
                .toList();
        return codes.isEmpty() ? null : codes;
    }

    private static boolean isOfMediaTopics(@Nullable String text) {
        return text != null && (text.contains("mediatopic") || text.startsWith("medtop:"));
    }

    /** The whole text where the feed has it, else the summary; captions of media that the text does not have. */
    private void text(DraftMaker draft) {
        List<DraftBlock> blocks = Stream.concat(entry.getContents().stream(), Stream.ofNullable(entry.getDescription()))
                .map(FeedEntry::blocks)
                .filter(read -> !read.isEmpty())
                .findFirst()
                .orElse(List.of());
        boolean whole = entry.getContents().stream()
                .anyMatch(content -> !blocks(content).isEmpty());
        if (!whole && !blocks.isEmpty()) {
            draft.warn(ImportWarning.Code.SUMMARY_ONLY, "The feed has no text of the article; its summary is used.");
        }
        FeedFooter.Split split = FeedFooter.split(blocks);
        List<DraftBlock> text = new ArrayList<>(split.text());
        if (!text.isEmpty()) {
            text.addAll(captions(text));
        }
        draft.blocks(text);
        draft.leftOut(split.leftOut());
    }

    private static List<DraftBlock> blocks(SyndContent content) {
        String value = content.getValue();
        if (value == null || value.isBlank()) {
            return List.of();
        }
        boolean plain = "text".equals(content.getType()) || "text/plain".equals(content.getType());
        if (!plain && FormText.isMarkup(value)) {
            return HtmlBlocks.read(value);
        }
        return FormText.paragraphs(plain ? value : unescaped(value));
    }

    private static String unescaped(String value) {
        return value.lines().map(FormText::plain).collect(Collectors.joining("\n"));
    }

    private List<DraftBlock> captions(List<DraftBlock> text) {
        List<DraftBlock> captions = new ArrayList<>();
        for (String caption : MediaCaptions.of(entry.getForeignMarkup())) {
            boolean known = text.stream().anyMatch(block -> block.text().equals(caption));
            if (!known) {
                int place = text.size() + captions.size() + 1;
                captions.add(new DraftBlock(BlockKind.IMAGE, caption, place, place));
            }
        }
        return captions;
    }

    private @Nullable String authors() {
        Stream<String> names = entry.getAuthors().isEmpty()
                ? Stream.of(entry.getAuthor())
                : entry.getAuthors().stream().map(SyndPerson::getName);
        String byline = names.flatMap(name -> name(name).stream()).distinct().collect(Collectors.joining(", "));
        return byline.isEmpty() ? null : byline;
    }

    private static Optional<String> name(@Nullable String author) {
        String plain = author == null ? "" : FormText.plain(author);
        Matcher behindAddress = ADDRESS_AND_NAME.matcher(plain);
        if (behindAddress.matches()) {
            return Optional.of(behindAddress.group(1).strip());
        }
        return plain.isEmpty() || ADDRESS.matcher(plain).matches() ? Optional.empty() : Optional.of(plain);
    }

    private void published(DraftMaker draft) {
        Instant published = instant(entry.getPublishedDate());
        Instant updated = instant(entry.getUpdatedDate());
        if (published == null && updated != null) {
            draft.warn(
                    ImportWarning.Code.UPDATE_DATE_USED, "The entry says only when it was last changed; that is used.");
        }
        draft.publishedAt(published == null ? updated : published);
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    /** Where no host of a URL is that of an outlet, the feed's title may be its name. */
    private Optional<Outlet> outletByTitle(FormContext context) {
        boolean byHost = Stream.of(url(), feed.getLink())
                .filter(url -> url != null)
                .anyMatch(url -> DraftMaker.outletOfHost(context, url).isPresent());
        String title = feed.getTitle();
        return byHost || title == null ? Optional.empty() : context.outlets().findByName(FormText.plain(title));
    }
}
