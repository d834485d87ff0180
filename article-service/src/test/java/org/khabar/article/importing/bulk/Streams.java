package org.khabar.article.importing.bulk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Streams of documents, for tests of other packages. */
public final class Streams {

    private Streams() {}

    /** The documents of a body, without those that are refused for their length. */
    public static List<byte[]> readNdjson(byte[] body, int maxBytes) {
        List<byte[]> documents = new ArrayList<>();
        ItemSource source = new NdjsonSource(new ByteArrayInputStream(body), maxBytes);
        long position = 0;
        try {
            for (RawItem item = source.next(); item != null; item = source.next()) {
                if (item.position() <= position || item.bytes().length > maxBytes) {
                    throw new AssertionError("positions ascend and documents are bounded");
                }
                position = item.position();
                if (item.refused() == null) {
                    documents.add(item.bytes());
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return documents;
    }
}
