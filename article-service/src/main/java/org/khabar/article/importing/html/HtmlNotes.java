package org.khabar.article.importing.html;

import java.util.ArrayList;
import java.util.List;
import org.khabar.article.importing.draft.FieldOrigin;
import org.khabar.article.importing.draft.FieldProvenance;
import org.khabar.article.importing.draft.ImportWarning;
import org.khabar.article.importing.draft.LeftOutLine;
import org.khabar.article.importing.draft.LeftOutReason;

/** What the parser notes down while it makes a draft: origins, warnings, and what is left out, within bounds. */
final class HtmlNotes {

    private static final int MAX_LEFT_OUT = 500;
    private static final int MAX_TEXT = 120;

    private final List<FieldProvenance> provenance = new ArrayList<>();
    private final List<LeftOutLine> leftOut = new ArrayList<>();
    private final List<ImportWarning> warnings = new ArrayList<>();

    void from(String field, FieldOrigin origin) {
        provenance.add(new FieldProvenance(field, origin, null));
    }

    void warn(ImportWarning.Code code, String message) {
        warnings.add(new ImportWarning(code, message, null));
    }

    void warnAll(List<ImportWarning> more) {
        more.stream().filter(warning -> !warnings.contains(warning)).forEach(warnings::add);
    }

    /** Of what is long, the beginning; a page can be left out to a mebibyte of menus. */
    void leaveOut(String text, LeftOutReason reason) {
        if (leftOut.size() < MAX_LEFT_OUT) {
            leftOut.add(new LeftOutLine(null, shortened(text), reason));
        }
    }

    private static String shortened(String text) {
        if (text.length() <= MAX_TEXT) {
            return text;
        }
        boolean pair = Character.isHighSurrogate(text.charAt(MAX_TEXT - 1));
        return text.substring(0, pair ? MAX_TEXT - 1 : MAX_TEXT) + "…";
    }

    List<FieldProvenance> provenance() {
        return List.copyOf(provenance);
    }

    List<LeftOutLine> leftOut() {
        return List.copyOf(leftOut);
    }

    List<ImportWarning> warnings() {
        return List.copyOf(warnings);
    }
}
