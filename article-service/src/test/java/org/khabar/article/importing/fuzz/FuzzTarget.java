package org.khabar.article.importing.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.khabar.article.article.BlockKind;
import org.khabar.article.importing.bulk.Streams;
import org.khabar.article.importing.draft.ArticleDraft;
import org.khabar.article.importing.draft.DraftBlock;
import org.khabar.article.importing.draft.FieldProvenance;
import org.khabar.article.importing.draft.LeftOutLine;
import org.khabar.article.importing.draft.UnreadablePage;
import org.khabar.article.importing.feed.FeedForms;
import org.khabar.article.importing.form.FormItem;
import org.khabar.article.importing.form.FormParser;
import org.khabar.article.importing.form.TestContexts;
import org.khabar.article.importing.html.HtmlForms;
import org.khabar.article.importing.json.JsonForm;
import org.khabar.article.importing.page.PageForms;
import org.khabar.article.text.StorableText;

/**
 * A parser and what holds for it whatever the bytes: a draft that can be stored, with lines that the page has, or a refusal
 * with a message, within a bounded time and with a bounded amount of memory. Nothing else is thrown.
 */
public enum FuzzTarget {
    PAGE("page", "pages", ".txt") {
        @Override
        void read(byte[] bytes) throws UnreadablePage {
            require(PageForms.parse(bytes), PageForms.countLines(bytes));
        }
    },
    HTML("html", "html", ".html") {
        @Override
        void read(byte[] bytes) throws UnreadablePage {
            require(HtmlForms.parse(bytes), 0);
        }
    },
    FEED("feed", "forms", ".rss", ".atom") {
        private final FormParser feeds = FeedForms.of(1000);

        @Override
        void read(byte[] bytes) throws UnreadablePage {
            for (FormItem item : feeds.parse(bytes, TestContexts.plain())) {
                if (item instanceof FormItem.Refused refused && FeedForms.isFault(refused)) {
                    throw new AssertionError("an entry could not be read; the log has why");
                }
                require(item);
            }
        }
    },
    NINJS("ninjs", "forms", ".json") {
        @Override
        void read(byte[] bytes) throws UnreadablePage {
            for (FormItem item : new JsonForm().parse(bytes, TestContexts.plain())) {
                require(item);
            }
        }
    },
    OWN_FORM("own-form", "fuzz/own-form") {
        @Override
        void read(byte[] bytes) throws UnreadablePage {
            NINJS.read(bytes);
        }
    },
    NDJSON("ndjson", "exporting", ".ndjson") {
        @Override
        void read(byte[] bytes) {
            Streams.readNdjson(bytes, MAX_LINE).forEach(line -> {
                try {
                    NINJS.read(line);
                } catch (UnreadablePage refused) {
                    require(refused);
                }
            });
        }
    };

    /** Of the processor, so that what else the machine does makes no difference. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** All that is allocated for the longest inputs, most of which is free again before the end, in bytes. */
    private static final long MEMORY = 256L * 1024 * 1024;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int MAX_LINE = 100_000;
    private static final int MAX_MESSAGE = 500;
    private static final Path RESOURCES = Path.of("src/test/resources");

    private final String name;
    private final String fixtures;
    private final List<String> endings;

    FuzzTarget(String name, String fixtures, String... endings) {
        this.name = name;
        this.fixtures = fixtures;
        this.endings = List.of(endings);
    }

    /**
     * Reads bytes, and fails when anything does not hold. What takes too much has another try: the first bytes of all wait
     * for classes to be loaded.
     */
    public void check(byte[] bytes) {
        Cost first = measured(bytes);
        Cost cost = first.isBounded() ? first : measured(bytes);
        require(cost.isBounded(), "it took " + first + " and " + cost);
    }

    /** @param allocated bytes */
    private record Cost(Duration time, long allocated) {

        boolean isBounded() {
            return time.compareTo(PATIENCE) < 0 && allocated < MEMORY;
        }
    }

    private Cost measured(byte[] bytes) {
        long start = THREADS.getCurrentThreadCpuTime();
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try {
            read(bytes);
        } catch (UnreadablePage refused) {
            require(refused);
        }
        return new Cost(
                Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start),
                THREADS.getCurrentThreadAllocatedBytes() - before);
    }

    abstract void read(byte[] bytes) throws UnreadablePage;

    /** The folders of its seeds: fixtures of other tests, and what was found by fuzzing. */
    List<Path> folders() {
        return List.of(RESOURCES.resolve(fixtures), RESOURCES.resolve("fuzz").resolve(name));
    }

    boolean isSeed(Path file) {
        boolean found = file.startsWith(RESOURCES.resolve("fuzz").resolve(name));
        return found || endings.stream().anyMatch(file.toString()::endsWith);
    }

    private static void require(FormItem item) {
        switch (item) {
            case FormItem.Refused refused -> require(refused.why());
            case FormItem.Canceled canceled -> require(!canceled.reason().isBlank(), "a reason is given");
            case FormItem.Read read -> require(read.draft(), Integer.MAX_VALUE);
        }
    }

    private static void require(UnreadablePage refused) {
        String message = String.valueOf(refused.getMessage());
        require(!message.isBlank() && message.length() < MAX_MESSAGE, "a message of some length: " + message);
    }

    /** @param lines how many the page has; 0 when it has none */
    private static void require(ArticleDraft draft, int lines) {
        require(!draft.headline().isBlank(), "a headline");
        require(StorableText.isStorable(draft.headline()), "a headline that can be stored");
        require(!draft.blocks().isEmpty(), "a text");
        for (DraftBlock block : draft.blocks()) {
            require(StorableText.isStorable(block.text()), "text that can be stored");
            require(block.kind() == BlockKind.IMAGE || !block.text().isBlank(), "text in each block");
            require(block.lastLine() <= lines, "lines that the page has");
        }
        for (LeftOutLine line : draft.leftOut()) {
            require(line.line() == null || (line.line() >= 1 && line.line() <= lines), "lines that the page has");
        }
        for (FieldProvenance origin : draft.provenance()) {
            require(origin.line() == null || (origin.line() >= 1 && origin.line() <= lines), "lines that the page has");
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
