package org.khabar.entity.wikidata;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** Runs one import from where it stands to its end, on one thread. */
final class ImportRun {

    private static final Set<String> CLASS_PROPERTIES = Set.of(Claims.SUBCLASS_OF, Claims.COUNTRY_CODE);
    private static final Pattern CODE = Pattern.compile("[A-Z]{2}");
    private static final int LINES_PER_LOOK = 1_000;

    private final WikidataImport target;
    private final Path file;
    private final UUID worker;
    private final WikidataImportRepository imports;
    private final BatchWriter writer;
    private final WikidataConfig config;
    private final BooleanSupplier stopping;

    /**
     * A run.
     *
     * @param target what was claimed for the worker
     * @param stopping is asked between batches
     */
    ImportRun(
            WikidataImport target,
            Path file,
            UUID worker,
            WikidataImportRepository imports,
            BatchWriter writer,
            WikidataConfig config,
            BooleanSupplier stopping) {
        this.target = target;
        this.file = file;
        this.worker = worker;
        this.imports = imports;
        this.writer = writer;
        this.config = config;
        this.stopping = stopping;
    }

    /**
     * Runs it.
     *
     * @return false when it stopped before the end because the process does
     * @throws IOException when the file cannot be read to its end
     * @throws ImportLostException when it was cancelled, or another process has it
     */
    boolean run() throws IOException {
        ClassList list = ClassList.read(config.classes());
        if (target.stage() == ImportStage.CLASSES && !readClasses(list)) {
            return false;
        }
        EntityMaker maker = new EntityMaker(
                target.selection(),
                imports.listClasses(target.id()),
                list.pages(),
                imports.listCountries(target.id()),
                config);
        return readItems(maker);
    }

    private boolean readClasses(ClassList list) throws IOException {
        ItemReader reader = new ItemReader(Set.of(), CLASS_PROPERTIES);
        ClassTree tree = new ClassTree(config.maxSubclasses());
        Map<Integer, String> countries = new HashMap<>();
        int lines = 0;
        long renewAt = renewAt();
        try (DumpReader dump = open()) {
            while (dump.next()) {
                Line line = Line.of(dump);
                if (line.isEmpty()) {
                    continue;
                }
                readClass(reader, line, tree, countries);
                lines++;
                if (lines % LINES_PER_LOOK == 0 && stopping.getAsBoolean()) {
                    return false;
                }
                if (System.nanoTime() - renewAt > 0) {
                    require(imports.renew(target.id(), worker, config.lease(), dump.filePosition(), lines));
                    renewAt = renewAt();
                }
            }
        }
        require(imports.storeClasses(target.id(), worker, config.lease(), tree.types(list.types()), countries));
        return true;
    }

    private long renewAt() {
        return System.nanoTime() + config.lease().toNanos() / 4;
    }

    /** What is wrong with a line is said when it is read the second time. */
    private static void readClass(ItemReader reader, Line line, ClassTree tree, Map<Integer, String> countries) {
        Optional<WikidataItem> read = Optional.empty();
        try {
            read = line.isTooLong() ? read : reader.read(line.bytes(), line.from(), line.length());
        } catch (IOException malformed) {
            return;
        }
        read.ifPresent(item -> {
            int number = ItemId.number(item.id()).orElseThrow();
            item.claims().items(Claims.SUBCLASS_OF).forEach(parent -> tree.add(number, parent));
            item.claims().strings(Claims.COUNTRY_CODE).stream()
                    .filter(code -> CODE.matcher(code).matches())
                    .findFirst()
                    .ifPresent(code -> countries.put(number, code));
        });
    }

    private boolean readItems(EntityMaker maker) throws IOException {
        Set<String> languages = new HashSet<>(target.selection().languages());
        languages.add(EntityMaker.MULTILINGUAL);
        ItemReader reader = new ItemReader(languages, EntityMaker.PROPERTIES);
        try (DumpReader dump = open()) {
            boolean goesOn = target.stage() == ImportStage.ITEMS;
            dump.skipTo(goesOn ? target.position() : 0);
            Batch batch = new Batch(goesOn ? target.lines() : 0);
            int size = 0;
            while (dump.next()) {
                Line line = Line.of(dump);
                if (line.isEmpty()) {
                    continue;
                }
                batch.add(outcome(reader, maker, line), dump.position(), dump.filePosition());
                if (++size == config.batchSize()) {
                    writer.write(target.id(), worker, batch);
                    if (stopping.getAsBoolean()) {
                        return false;
                    }
                    batch = new Batch(batch.lines());
                    size = 0;
                }
            }
            if (size > 0) {
                writer.write(target.id(), worker, batch);
            }
            return true;
        }
    }

    private DumpReader open() throws IOException {
        return DumpReader.open(file, config.maxLineBytes());
    }

    private Outcome outcome(ItemReader reader, EntityMaker maker, Line line) {
        if (line.isTooLong()) {
            return new Outcome.Skipped(SkipReason.TOO_LONG, "longer than %d bytes".formatted(config.maxLineBytes()));
        }
        try {
            return reader.read(line.bytes(), line.from(), line.length())
                    .map(maker::make)
                    .orElseGet(() -> new Outcome.Skipped(SkipReason.NOT_AN_ITEM, "no item"));
        } catch (JsonProcessingException malformed) {
            return new Outcome.Skipped(SkipReason.MALFORMED, malformed.getOriginalMessage());
        } catch (IOException malformed) {
            return new Outcome.Skipped(SkipReason.MALFORMED, String.valueOf(malformed.getMessage()));
        }
    }

    private static void require(boolean mine) {
        if (!mine) {
            throw new ImportLostException();
        }
    }

    /** What a line has beside the commas and brackets of the one array that a dump is. */
    private record Line(byte[] bytes, int from, int length, boolean isTooLong) {

        static Line of(DumpReader dump) {
            byte[] bytes = dump.line();
            int from = 0;
            int to = dump.length();
            while (from < to && isFiller(bytes[from])) {
                from++;
            }
            while (to > from && isFiller(bytes[to - 1])) {
                to--;
            }
            return new Line(bytes, from, to - from, dump.isTooLong());
        }

        boolean isEmpty() {
            return length == 0 && !isTooLong;
        }

        private static boolean isFiller(byte value) {
            return value <= ' ' && value >= 0 || value == ',' || value == '[' || value == ']';
        }
    }
}
