package org.khabar.article.importing.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.khabar.article.importing.form.FormText;

/** The captions of an entry's pictures, by Media RSS. */
final class MediaCaptions {

    private static final Namespace MEDIA = Namespace.getNamespace("http://search.yahoo.com/mrss/");

    private MediaCaptions() {}

    /** Each caption once, in the order of the pictures. */
    static List<String> of(List<Element> markup) {
        List<String> captions = new ArrayList<>();
        for (Element element : markup) {
            if (MEDIA.equals(element.getNamespace())) {
                collect(element, captions);
            }
        }
        return captions.stream().distinct().toList();
    }

    private static void collect(Element element, List<String> captions) {
        if (element.getName().equals("group")) {
            element.getChildren("content", MEDIA).forEach(content -> collect(content, captions));
        } else if (element.getName().equals("content") && isPicture(element)) {
            caption(element).ifPresent(captions::add);
        }
    }

    private static boolean isPicture(Element content) {
        String medium = content.getAttributeValue("medium", "");
        String type = content.getAttributeValue("type", "");
        return medium.equals("image") || (medium.isEmpty() && (type.isEmpty() || type.startsWith("image/")));
    }

    private static Optional<String> caption(Element content) {
        String description = content.getChildText("description", MEDIA);
        String text = description == null ? content.getChildText("title", MEDIA) : description;
        return Optional.ofNullable(text).map(FormText::plain).filter(caption -> !caption.isEmpty());
    }
}
