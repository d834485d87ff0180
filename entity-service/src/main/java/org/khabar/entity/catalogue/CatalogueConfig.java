package org.khabar.entity.catalogue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** What the catalogue is filled with and how it is read. */
@ConfigMapping(prefix = "khabar.catalogue")
public interface CatalogueConfig {

    /** Curated files, as resources on the class path, one JSON object per line. */
    @WithDefault("catalogue/people.jsonl,catalogue/organizations.jsonl,catalogue/territories.jsonl,"
            + "catalogue/places.jsonl,catalogue/events-and-works.jsonl")
    List<String> files();

    /** Resource that lists names which are common words and so do not link by themselves. */
    @WithDefault("catalogue/common-words.txt")
    String commonWords();

    /** Languages that a name falls back along after those that the caller asked for. */
    @WithDefault("ar,en,fr")
    List<String> languages();

    /** The longest search text that is answered, in UTF-16 code units. */
    @WithDefault("200")
    int maxSearchLength();

    /** The most suggestions of one answer. */
    @WithDefault("50")
    int maxSuggestions();
}
