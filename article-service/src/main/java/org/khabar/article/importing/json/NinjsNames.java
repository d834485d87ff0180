package org.khabar.article.importing.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.khabar.article.importing.draft.UnreadablePage;
import org.khabar.article.importing.form.FormContext;
import org.khabar.article.importing.form.FormText;
import org.khabar.article.outlet.Outlet;

/** The people and organisations that a ninjs item names for itself. */
final class NinjsNames {

    private static final String PUBLISHER = "publisher";

    private NinjsNames() {}

    static @Nullable String byline(JsonMembers item) throws UnreadablePage {
        String only = item.text("byline", "by");
        if (only != null) {
            return FormText.plain(only);
        }
        List<String> names = new ArrayList<>();
        for (JsonMembers byline : item.objects("bylines")) {
            String name = byline.text("by", "byline", "name", "value");
            if (name != null && !name.isBlank()) {
                names.add(FormText.plain(name));
            }
        }
        return names.isEmpty() ? null : String.join(", ", names);
    }

    /** Whom it is taken from; its publisher is not. */
    static List<String> sources(JsonMembers item) throws UnreadablePage {
        List<String> names = new ArrayList<>();
        for (JsonMembers source : infoSources(item)) {
            String name = source.text("name");
            if (name != null && !name.isBlank() && !isPublisher(source)) {
                names.add(name.strip());
            }
        }
        return names.stream().distinct().toList();
    }

    /**
     * The publisher by its code here or by its name, else a source that is an outlet we know, else the holder of the rights,
     * when its name is that of one.
     */
    static Optional<Outlet> outlet(JsonMembers item, FormContext context) throws UnreadablePage {
        List<String> names = new ArrayList<>();
        for (JsonMembers source : infoSources(item)) {
            String code = source.text("literal");
            Optional<Outlet> named =
                    code == null ? Optional.empty() : context.outlets().findByCode(code.strip());
            if (isPublisher(source) && named.isPresent()) {
                return named;
            }
            String name = source.text("name");
            if (name != null && isPublisher(source)) {
                names.addFirst(name);
            }
        }
        names.addAll(sources(item));
        String holder = item.text("copyrightholder", "copyrightHolder");
        if (holder != null) {
            names.add(holder);
        }
        return names.stream()
                .flatMap(name -> context.outlets().findByName(name).stream())
                .findFirst();
    }

    private static List<JsonMembers> infoSources(JsonMembers item) throws UnreadablePage {
        return item.objects("infosource", "infosources", "infoSources");
    }

    private static boolean isPublisher(JsonMembers source) throws UnreadablePage {
        String role = source.text("role", "rel");
        return role != null && role.strip().equalsIgnoreCase(PUBLISHER);
    }
}
