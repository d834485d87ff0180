package org.khabar.entity.editing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of what editors write into the catalogue. Lengths are in UTF-16 code units. */
@ConfigMapping(prefix = "khabar.editing")
public interface EditingConfig {

    /** The longest name or alias, and the longest title of an office. */
    @WithDefault("300")
    int maxNameLength();

    /** The longest description. */
    @WithDefault("1000")
    int maxDescriptionLength();

    /** The longest note. */
    @WithDefault("2000")
    int maxNoteLength();

    /** The most aliases of one entity; a merge may pass it. */
    @WithDefault("500")
    int maxAliases();

    /** The most names, descriptions, external ids and relations of one entity, of each. */
    @WithDefault("200")
    int maxDetails();

    /** The most mentions that a split gives to the new entity. */
    @WithDefault("500")
    int maxSplitMentions();
}
