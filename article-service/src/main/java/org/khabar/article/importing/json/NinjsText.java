package org.khabar.article.importing.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.StatedCorrection;
import org.khabar.article.importing.draft.DraftBlock;
import org.khabar.article.importing.draft.ImportWarning;
import org.khabar.article.importing.draft.UnreadablePage;
import org.khabar.article.importing.form.DraftMaker;
import org.khabar.article.importing.form.FormText;
import org.khabar.article.importing.form.HtmlBlocks;

/**
 * The text of a ninjs item, which often comes in several forms: markup is preferred, as it has the paragraphs, then plain
 * text; a description is taken where there is no body. In 1.x the form is part of the name ({@code body_xhtml}), in the
 * later lines it is a member.
 */
final class NinjsText {

    private static final String CORRECTION = "correction";
    private static final int MAX_NOTE = 2000;

    private NinjsText() {}

    /** @param role empty where the item states none */
    private record Text(String value, Form form, String role) {

        List<DraftBlock> blocks() {
            return switch (form) {
                case MARKUP -> HtmlBlocks.read(value);
                case PLAIN -> FormText.paragraphs(value);
                case OTHER -> List.of();
            };
        }

        /** As one text: as it is where it is plain. */
        String shown() {
            return form == Form.PLAIN
                    ? value.strip()
                    : blocks().stream().map(DraftBlock::text).collect(Collectors.joining("\n"));
        }
    }

    private enum Form {
        MARKUP,
        PLAIN,
        /** Such as NITF, whose elements are not those of HTML. */
        OTHER
    }

    static void read(JsonMembers item, DraftMaker draft) throws UnreadablePage {
        Optional<List<DraftBlock>> body = best(texts(item, "body", "bodies"));
        if (body.isPresent()) {
            draft.blocks(body.get());
            return;
        }
        Optional<List<DraftBlock>> description = best(texts(item, "description", "descriptions").stream()
                .filter(text -> !text.role().equals(CORRECTION))
                .toList());
        if (description.isPresent()) {
            draft.blocks(description.get());
            draft.warn(ImportWarning.Code.SUMMARY_ONLY, "The item has no body; its description is used.");
        }
    }

    /** What corrections tell readers, the oldest first, which stands last; none when the item is no correction. */
    static List<StatedCorrection> corrections(JsonMembers item) throws UnreadablePage {
        return texts(item, "description", "descriptions").stream()
                .filter(text -> text.role().equals(CORRECTION))
                .map(Text::shown)
                .filter(text -> !text.isBlank() && text.length() <= MAX_NOTE)
                .limit(OwnStatus.MAX_CORRECTIONS)
                .map(note -> new StatedCorrection(note, null))
                .toList()
                .reversed();
    }

    /** What a medium shows: its description, of the role caption before others, else its headline. */
    static @Nullable String caption(JsonMembers medium) throws UnreadablePage {
        List<Text> texts = texts(medium, "description", "descriptions");
        Optional<String> description = Stream.concat(
                        texts.stream().filter(text -> text.role().equals("caption")), texts.stream())
                .map(Text::shown)
                .filter(text -> !text.isBlank())
                .findFirst();
        if (description.isPresent()) {
            return description.get();
        }
        String headline = medium.text("headline");
        List<JsonMembers> headlines = medium.objects("headlines");
        if (headline == null && !headlines.isEmpty()) {
            return line(headlines.getFirst());
        }
        return headline == null ? null : FormText.plain(headline);
    }

    /** The value of a headline: as it is where it is plain by its type, else without markup. */
    static @Nullable String line(JsonMembers text) throws UnreadablePage {
        String value = text.text("value");
        String type = text.text("contenttype", "contentType");
        if (value == null) {
            return null;
        }
        return type != null && typed(type) == Form.PLAIN ? value.strip() : FormText.plain(value);
    }

    private static Optional<List<DraftBlock>> best(List<Text> texts) {
        for (Form form : List.of(Form.MARKUP, Form.PLAIN)) {
            for (Text text : texts) {
                List<DraftBlock> blocks = text.form() == form ? text.blocks() : List.of();
                if (!blocks.isEmpty()) {
                    return Optional.of(blocks);
                }
            }
        }
        return Optional.empty();
    }

    private static List<Text> texts(JsonMembers item, String single, String several) throws UnreadablePage {
        List<Text> texts = new ArrayList<>();
        for (JsonMembers listed : item.objects(several)) {
            String value = listed.text("value");
            String type = listed.text("contenttype", "contentType");
            String role = listed.text("role");
            if (value != null) {
                String stated = role == null ? "" : role;
                texts.add(new Text(value, type == null ? form(stated, value) : typed(type), stated));
            }
        }
        for (String name : item.names()) {
            if (name.equals(single) || name.startsWith(single + "_")) {
                String value = item.text(name);
                if (value != null) {
                    String role = name.substring(Math.min(name.length(), single.length() + 1));
                    texts.add(new Text(value, form(role, value), role));
                }
            }
        }
        return texts;
    }

    private static Form typed(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        return switch (type) {
            case "text/html", "application/xhtml+xml", "html", "xhtml" -> Form.MARKUP;
            case "text/plain", "text" -> Form.PLAIN;
            default -> Form.OTHER;
        };
    }

    /** By what its name or role says, else by what it looks like. */
    private static Form form(String name, String value) {
        String folded = name.toLowerCase(Locale.ROOT);
        if (folded.contains("html")) {
            return Form.MARKUP;
        }
        if (folded.contains("nitf") || folded.contains("xml")) {
            return Form.OTHER;
        }
        return FormText.isMarkup(value) ? Form.MARKUP : Form.PLAIN;
    }
}
