package org.khabar.article.pulling;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.TextBlock;
import org.khabar.article.text.StorableText;

/** RSS and Atom by ROME, which refuses document types, and with them entities of any kind. */
@ApplicationScoped
class RomeFeedParser implements FeedParser {

    private static final int MAX_HEADLINE = 1000;
    private static final int MAX_BYLINE = 300;

    @Override
    public Items parse(byte[] feed, @Nullable String charset, Context context) throws PullFailure {
        SyndFeed read = read(feed, charset);
        String language = language(read.getLanguage()).orElse(context.language());
        List<PulledItem> items = new ArrayList<>();
        int leftOut = 0;
        for (SyndEntry entry :
                read.getEntries().stream().limit(context.maxItems()).toList()) {
            Optional<PulledItem> item = item(entry, language);
            item.ifPresent(items::add);
            leftOut += item.isPresent() ? 0 : 1;
        }
        return new Items(items, leftOut);
    }

    private static SyndFeed read(byte[] feed, @Nullable String charset) throws PullFailure {
        String contentType = charset == null ? "application/xml" : "application/xml;charset=" + charset;
        try (XmlReader reader = new XmlReader(new ByteArrayInputStream(feed), contentType, true, "UTF-8")) {
            return new SyndFeedInput().build(reader);
        } catch (FeedException | IOException | IllegalArgumentException unreadable) {
            throw new PullFailure("The answer is no RSS or Atom feed.");
        } catch (StackOverflowError deep) {
            throw new PullFailure("The elements of the feed are nested too deeply.");
        }
    }

    private static Optional<PulledItem> item(SyndEntry entry, String language) {
        String headline = plain(entry.getTitle());
        List<TextBlock> blocks = texts(entry)
                .map(FeedText::blocks)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
        boolean usable = !headline.isBlank()
                && headline.length() <= MAX_HEADLINE
                && !blocks.isEmpty()
                && blocks.stream().allMatch(block -> StorableText.isStorable(block.text()));
        return usable
                ? Optional.of(new PulledItem(
                        url(entry), headline, language, byline(entry.getAuthor()), published(entry), blocks))
                : Optional.empty();
    }

    /** The content, else the description. */
    private static Stream<String> texts(SyndEntry entry) {
        Stream<SyndContent> contents =
                Stream.concat(entry.getContents().stream(), Optional.ofNullable(entry.getDescription()).stream());
        return contents.map(SyndContent::getValue).filter(text -> text != null && !text.isBlank());
    }

    private static @Nullable String url(SyndEntry entry) {
        String link = entry.getLink();
        return link == null || link.isBlank() ? null : link.strip();
    }

    private static @Nullable Instant published(SyndEntry entry) {
        Date date = entry.getPublishedDate() == null ? entry.getUpdatedDate() : entry.getPublishedDate();
        return date == null ? null : date.toInstant();
    }

    private static @Nullable String byline(@Nullable String author) {
        String name = plain(author);
        return name.isBlank() || name.length() > MAX_BYLINE ? null : name;
    }

    private static String plain(@Nullable String markup) {
        String text =
                markup == null ? "" : Jsoup.parseBodyFragment(markup).text().strip();
        return StorableText.isStorable(text) ? text : "";
    }

    private static Optional<String> language(@Nullable String tag) {
        if (tag == null || tag.isBlank()) {
            return Optional.empty();
        }
        try {
            String known = new Locale.Builder()
                    .setLanguageTag(tag.strip().replace('_', '-'))
                    .build()
                    .getLanguage();
            return known.isEmpty() ? Optional.empty() : Optional.of(known);
        } catch (IllformedLocaleException malformed) {
            return Optional.empty();
        }
    }
}
