package org.khabar.article.importing.bulk;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.Cancellation;
import org.khabar.article.article.PreparedArticle;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.importing.PageImporter;
import org.khabar.article.importing.draft.ArticleDraft;
import org.khabar.article.importing.draft.UnreadablePage;
import org.khabar.article.importing.draft.UnreadablePage.Reason;
import org.khabar.article.importing.form.FormContext;
import org.khabar.article.importing.form.FormItem;
import org.khabar.article.importing.form.FormParser;

/** Reads a body into a queue: the work that needs no transaction, so that it is done while another batch commits. */
final class EntryReader implements Runnable {

    private final ItemSource source;
    private final Map<String, FormParser> parsers;
    private final PageImporter importer;
    private final ContextMaker contexts;
    private final EntryQueue queue;
    private final long from;
    private final boolean mayMove;
    private long index;

    /** What an entry takes beside its text, and how many bytes each letter of it with what it is recognised by. */
    private static final int ENTRY_BYTES = 1024;

    private static final int BYTES_A_CHAR = 14;

    /** What is known of a document now; the outlets may change while a stream runs. */
    interface ContextMaker {
        FormContext make();
    }

    /**
     * @param from the first position that is read; what stands before is passed over
     * @param mayMove whether whoever imports may move articles in the workflow
     */
    EntryReader(
            ItemSource source,
            Map<String, FormParser> parsers,
            PageImporter importer,
            ContextMaker contexts,
            EntryQueue queue,
            long from,
            boolean mayMove) {
        this.source = source;
        this.parsers = parsers;
        this.importer = importer;
        this.contexts = contexts;
        this.queue = queue;
        this.from = from;
        this.mayMove = mayMove;
    }

    @Override
    public void run() {
        try {
            for (RawItem raw = source.next(); raw != null; raw = source.next()) {
                if (raw.position() >= from) {
                    read(raw);
                }
            }
            queue.end(null);
        } catch (IOException | RuntimeException broken) {
            queue.end(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            queue.end(stopped);
        } catch (Error fatal) {
            queue.end(new IllegalStateException("The body cannot be read on.", fatal));
            throw fatal;
        }
    }

    private void read(RawItem raw) throws InterruptedException {
        List<FormItem> items;
        try {
            items = parse(raw);
        } catch (UnreadablePage unreadable) {
            queue.put(failed(raw, true, null, ItemError.of(unreadable)));
            return;
        } catch (StackOverflowError deep) {
            UnreadablePage refused = new UnreadablePage(Reason.TOO_LONG, "The item is nested too deeply.", null);
            queue.put(failed(raw, true, null, ItemError.of(refused)));
            return;
        }
        for (int place = 0; place < items.size(); place++) {
            queue.put(entry(raw, items.get(place), place == items.size() - 1));
        }
    }

    private List<FormItem> parse(RawItem raw) throws UnreadablePage {
        if (raw.refused() != null) {
            throw raw.refused();
        }
        if (raw.bytes().length == 0) {
            throw new UnreadablePage(Reason.EMPTY, "The item is empty.", null);
        }
        FormParser parser = parsers.get(raw.mediaType());
        if (parser == null) {
            throw new UnreadablePage(
                    Reason.MALFORMED, "Nothing reads the content type %s.".formatted(shown(raw.mediaType())), null);
        }
        return parser.parse(raw.bytes(), contexts.make().of(raw.url(), raw.charset()));
    }

    private Entry entry(RawItem raw, FormItem item, boolean last) {
        return switch (item) {
            case FormItem.Refused refused -> failed(raw, last, refused.externalId(), ItemError.of(refused.why()));
            case FormItem.Canceled canceled -> canceled(raw, canceled, last);
            case FormItem.Read read -> prepared(raw, read, last);
        };
    }

    private Entry canceled(RawItem raw, FormItem.Canceled canceled, boolean last) {
        try {
            Cancellation cancellation = importer.prepare(canceled, mayMove);
            return new Entry(
                    ++index,
                    raw.position(),
                    last,
                    raw.line(),
                    canceled.draft() == null ? ENTRY_BYTES : weight(canceled.draft()),
                    canceled.externalId(),
                    null,
                    cancellation,
                    List.of(),
                    null);
        } catch (RequestFailure refused) {
            return failed(raw, last, canceled.externalId(), ItemError.of(refused));
        }
    }

    private Entry prepared(RawItem raw, FormItem.Read read, boolean last) {
        try {
            PreparedArticle article = importer.prepare(read, mayMove);
            List<String> warnings = read.draft().warnings().stream()
                    .map(warning -> warning.code().name())
                    .toList();
            return new Entry(
                    ++index,
                    raw.position(),
                    last,
                    raw.line(),
                    weight(read.draft()),
                    read.externalId(),
                    article,
                    null,
                    warnings,
                    null);
        } catch (RequestFailure refused) {
            return failed(raw, last, read.externalId(), ItemError.of(refused));
        }
    }

    private Entry failed(RawItem raw, boolean last, @Nullable String externalId, ItemError why) {
        return new Entry(
                ++index, raw.position(), last, raw.line(), ENTRY_BYTES, externalId, null, null, List.of(), why);
    }

    private static int weight(ArticleDraft draft) {
        int chars = draft.headline().length()
                + draft.blocks().stream()
                        .mapToInt(block -> block.text().length())
                        .sum();
        return ENTRY_BYTES + BYTES_A_CHAR * (chars + draft.extras().textLength());
    }

    private static String shown(String mediaType) {
        return mediaType.length() > 80 ? mediaType.substring(0, 80) : mediaType;
    }
}
