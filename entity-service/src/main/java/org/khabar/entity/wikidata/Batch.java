package org.khabar.entity.wikidata;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Items that are written together, and what was left out among them. */
final class Batch {

    private static final int LONGEST_EXAMPLE = 200;

    private final Map<String, ImportedEntity> entities = new LinkedHashMap<>();
    private final Map<Integer, Office> offices = new LinkedHashMap<>();
    private final Map<SkipReason, WikidataImport.Skips> skips = new EnumMap<>(SkipReason.class);
    private long position;
    private long filePosition;
    private int lines;

    /** An empty batch behind so many lines. */
    Batch(int lines) {
        this.lines = lines;
    }

    /** Takes a line in; of an item that is there twice, the later one counts. */
    void add(Outcome outcome, long endOfLine, long endInFile) {
        position = endOfLine;
        filePosition = endInFile;
        lines++;
        switch (outcome) {
            case Outcome.Taken(ImportedEntity entity) -> entities.put(entity.item(), entity);
            case Outcome.Held(Office office) -> {
                offices.put(office.item(), office);
                skip(SkipReason.NO_TYPE, "Q" + office.item());
            }
            case Outcome.Skipped(SkipReason reason, String what) -> skip(reason, what);
        }
    }

    private void skip(SkipReason reason, String what) {
        skips.merge(
                reason,
                new WikidataImport.Skips(reason, 1, shortened(what)),
                (all, one) -> new WikidataImport.Skips(reason, all.count() + 1, all.example()));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_EXAMPLE ? text : text.substring(0, LONGEST_EXAMPLE) + "…";
    }

    List<ImportedEntity> entities() {
        return List.copyOf(entities.values());
    }

    Collection<Office> offices() {
        return offices.values();
    }

    Collection<WikidataImport.Skips> skips() {
        return skips.values();
    }

    long position() {
        return position;
    }

    long filePosition() {
        return filePosition;
    }

    /** How many lines of items there were up to its end. */
    int lines() {
        return lines;
    }
}
