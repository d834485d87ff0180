package org.khabar.article.importing.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.BlockKind;
import org.khabar.article.importing.draft.DraftBlock;
import org.khabar.article.importing.draft.DraftImage;

/** Makes blocks of the passages that are the article, with its images where they stand. */
final class HtmlBlocks {

    private static final int MAX_BOLD_HEADING_WORDS = 14;
    private static final int MAX_CELL = 200;
    private static final String BETWEEN_CELLS = " | ";

    private final List<Passage> kept;
    private final List<Figure> figures;
    private final List<DraftBlock> blocks = new ArrayList<>();
    private final List<DraftImage> images = new ArrayList<>();

    /**
     * Blocks and images.
     *
     * @param images those within the text
     */
    record Result(List<DraftBlock> blocks, List<DraftImage> images) {}

    /**
     * For one page.
     *
     * @param kept in the order of the page
     * @param figures the images within the text, in the same order
     */
    HtmlBlocks(List<Passage> kept, List<Figure> figures) {
        this.kept = kept;
        this.figures = figures;
    }

    /** @param indexes where each kept passage stands among all of the page */
    Result make(List<Integer> indexes) {
        int figure = 0;
        int at = 0;
        while (at < kept.size()) {
            while (figure < figures.size() && figures.get(figure).before() <= indexes.get(at)) {
                addImage(figures.get(figure++));
            }
            at = addText(at);
        }
        while (figure < figures.size()) {
            addImage(figures.get(figure++));
        }
        return new Result(blocks, images);
    }

    private void addImage(Figure figure) {
        images.add(new DraftImage(figure.url(), figure.caption(), figure.credit(), blocks.size()));
        blocks.add(DraftBlock.of(BlockKind.IMAGE, Objects.requireNonNullElse(figure.caption(), "")));
    }

    /** Adds the passage at an index, or the row of a table that begins there; the index behind it. */
    private int addText(int at) {
        int end = endOfRow(at);
        if (end > at + 1) {
            StringBuilder row = new StringBuilder();
            kept.subList(at, end)
                    .forEach(cell ->
                            row.append(row.isEmpty() ? "" : BETWEEN_CELLS).append(cell.text()));
            blocks.add(DraftBlock.of(BlockKind.PARAGRAPH, row.toString()));
            return end;
        }
        blocks.add(DraftBlock.of(kind(at), kept.get(at).text()));
        return at + 1;
    }

    private int endOfRow(int at) {
        Spot row = row(kept.get(at));
        int end = at;
        while (row != null && end < kept.size() && row(kept.get(end)) == row) {
            end++;
        }
        return end;
    }

    /** The row of a cell of a table of data, null for other text. */
    private static @Nullable Spot row(Passage passage) {
        Spot cell = passage.spot();
        boolean data = passage.form() == Passage.Form.CELL && passage.text().length() <= MAX_CELL;
        boolean direct = cell.element.normalName().equals("td")
                || cell.element.normalName().equals("th");
        return data && direct ? cell.parent : null;
    }

    private BlockKind kind(int index) {
        Passage passage = kept.get(index);
        return switch (passage.form()) {
            case HEADING -> passage.isHeading() ? BlockKind.HEADING : BlockKind.PARAGRAPH;
            case QUOTE -> BlockKind.QUOTE;
            case LIST_ITEM -> BlockKind.LIST_ITEM;
            case PARAGRAPH -> isBoldHeading(index) ? BlockKind.HEADING : BlockKind.PARAGRAPH;
            case CELL, CAPTION -> BlockKind.PARAGRAPH;
        };
    }

    /** A short paragraph all in bold above other text. */
    private boolean isBoldHeading(int index) {
        Passage passage = kept.get(index);
        boolean above =
                index > 0 && index + 1 < kept.size() && kept.get(index + 1).prose() > 0;
        return above
                && passage.isBold()
                && !kept.get(index + 1).isBold()
                && (!passage.endsSentence()
                        || passage.text().endsWith("؟")
                        || passage.text().endsWith("?"))
                && passage.text().split(" ").length <= MAX_BOLD_HEADING_WORDS;
    }
}
