package org.khabar.article.importing.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.khabar.article.importing.draft.FieldOrigin;
import org.khabar.article.importing.draft.FieldProvenance;
import org.khabar.article.importing.draft.ImportWarning;
import org.khabar.article.importing.draft.LeftOutLine;
import org.khabar.article.importing.draft.LeftOutReason;

/** What a parser notes down while it reads a page. */
final class DraftNotes {

    private final List<FieldProvenance> provenance = new ArrayList<>();
    private final List<LeftOutLine> leftOut = new ArrayList<>();
    private final List<ImportWarning> warnings = new ArrayList<>();

    void leaveOut(PageLine line, LeftOutReason reason) {
        leftOut.add(new LeftOutLine(line.number(), line.text(), reason));
    }

    void from(String field, PageLine line) {
        provenance.add(new FieldProvenance(field, FieldOrigin.PAGE, line.number()));
    }

    void from(String field, FieldOrigin origin) {
        provenance.add(new FieldProvenance(field, origin, null));
    }

    void warn(ImportWarning.Code code, String message, @Nullable PageLine line) {
        warnings.add(new ImportWarning(code, message, line == null ? null : line.number()));
    }

    List<FieldProvenance> provenance() {
        return List.copyOf(provenance);
    }

    /** In the order of the page. */
    List<LeftOutLine> leftOut() {
        return leftOut.stream()
                .sorted(Comparator.comparingInt(line -> Objects.requireNonNullElse(line.line(), 0)))
                .toList();
    }

    List<ImportWarning> warnings() {
        return List.copyOf(warnings);
    }
}
