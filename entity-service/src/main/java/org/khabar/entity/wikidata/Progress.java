package org.khabar.entity.wikidata;

import java.util.List;

/**
 * What a batch has done.
 *
 * @param position bytes of uncompressed text up to its end
 * @param filePosition bytes of the file that were read
 * @param lines how many lines of items there were up to its end
 * @param created entities that it made
 * @param updated entities that it found
 * @param skips lines that it left out
 */
record Progress(
        long position, long filePosition, int lines, int created, int updated, List<WikidataImport.Skips> skips) {

    Progress {
        skips = List.copyOf(skips);
    }
}
