package org.khabar.entity.wikidata;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How dumps of Wikidata are taken in. */
@ConfigMapping(prefix = "khabar.wikidata")
public interface WikidataConfig {

    /** The directory whose files may be imported, and no others; nothing is imported when it is not set. */
    Optional<Path> directory();

    /** Languages whose names and descriptions are taken when an import does not say. */
    @WithDefault("ar,fr,en")
    List<String> languages();

    /** Resource that lists the classes which make an item a person, an organization, a place, an event or a work. */
    @WithDefault("wikidata/classes.txt")
    String classes();

    /** Items that are written in one transaction. */
    @WithDefault("500")
    int batchSize();

    /** The longest line that is read, in bytes; longer ones are skipped. */
    @WithDefault("33554432")
    int maxLineBytes();

    /** The longest name or description that is taken, in UTF-16 code units; others are left out. */
    @WithDefault("250")
    int maxTextLength();

    /** The most names of one item that are taken, beside its labels. */
    @WithDefault("100")
    int maxAliases();

    /** The most relations of one item that are taken. */
    @WithDefault("100")
    int maxRelations();

    /** The most statements "is a kind of" that a dump may have; each takes 8 bytes of memory. */
    @WithDefault("20000000")
    int maxSubclasses();

    /** How long a process that says nothing has an import before another goes on with it. */
    @WithDefault("60s")
    Duration lease();

    /** How often an import is looked for that nobody runs. */
    @WithDefault("2s")
    Duration pollInterval();
}
