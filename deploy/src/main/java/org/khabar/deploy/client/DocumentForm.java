package org.khabar.deploy.client;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The forms of files that can be imported, by the ends of their names. */
public enum DocumentForm {
    /** The text of a page as a reader sees it. */
    TEXT("text/plain", false, ".txt"),
    /** One article: ninjs, or Khabar's own form. */
    JSON("application/json", false, ".json"),
    /** A page as HTML, whose charset is left to the page itself. */
    HTML("text/html", false, ".html", ".htm", ".xhtml"),
    /** An article on each line. */
    NDJSON("application/x-ndjson", true, ".ndjson", ".jsonl"),
    RSS("application/rss+xml", true, ".rss"),
    ATOM("application/atom+xml", true, ".atom"),
    /** A feed of either kind. */
    XML("application/xml", true, ".xml");

    private final String mediaType;
    private final boolean several;
    private final List<String> endings;

    DocumentForm(String mediaType, boolean several, String... endings) {
        this.mediaType = mediaType;
        this.several = several;
        this.endings = List.of(endings);
    }

    /** The form that a file's name says; empty when it says none of them. */
    public static Optional<DocumentForm> find(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(form -> form.endings.stream().anyMatch(name::endsWith))
                .findFirst();
    }

    /** The form of a file that the user named: a page's text, whatever it is called, unless its name says otherwise. */
    public static DocumentForm of(Path file) {
        return find(file).orElse(TEXT);
    }

    public String mediaType() {
        return mediaType;
    }

    /** Whether such a file holds several articles, and its import answers a line for each. */
    public boolean isSeveral() {
        return several;
    }
}
