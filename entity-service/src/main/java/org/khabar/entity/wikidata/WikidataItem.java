package org.khabar.entity.wikidata;

import java.util.List;
import java.util.Map;

/**
 * What is read of an item.
 *
 * @param id such as Q1028
 * @param labels its name by language
 * @param descriptions what it is, by language
 * @param aliases other names by language
 * @param claims its statements of the properties that are read
 * @param sitelinks how many pages of Wikimedia's projects are about it
 */
record WikidataItem(
        String id,
        Map<String, String> labels,
        Map<String, String> descriptions,
        Map<String, List<String>> aliases,
        Claims claims,
        int sitelinks) {

    WikidataItem {
        labels = Map.copyOf(labels);
        descriptions = Map.copyOf(descriptions);
        aliases = Map.copyOf(aliases);
    }
}
