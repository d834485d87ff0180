package org.khabar.article.importing.form;

import java.util.List;
import java.util.Set;
import org.khabar.article.importing.draft.UnreadablePage;

/**
 * Reads one form that articles come in. {@code POST /imports} finds all beans of this type by their media types. What a
 * parser is given is hostile; it takes time and memory in proportion to the bytes.
 */
public interface FormParser {

    /** The media types that it reads, in lower case and without parameters. */
    Set<String> mediaTypes();

    /**
     * The articles in a document, in their order.
     *
     * @param bytes not empty, and within the limit for one item
     * @throws UnreadablePage when nothing of it can be read
     */
    List<FormItem> parse(byte[] bytes, FormContext context) throws UnreadablePage;
}
