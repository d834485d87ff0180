package org.khabar.entity.wikidata;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.khabar.entity.tagging.EntityType;

/**
 * The uppermost classes, as a file lists them: a type (or NONE for pages that are about Wikimedia's own matters) and the
 * class's id on each line, # begins a comment.
 *
 * @param types what instances of a class are, in the file's order
 * @param pages classes whose instances are no things of the world
 */
record ClassList(Map<Integer, EntityType> types, Set<Integer> pages) {

    private static final String NONE = "NONE";

    /**
     * Reads a resource of the class path.
     *
     * @throws IllegalStateException when there is none, or a line of it cannot be used; names it
     */
    static ClassList read(String resource) {
        try (InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("There is no resource " + resource + " on the class path.");
            }
            return parse(resource, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new IllegalStateException("The resource " + resource + " cannot be read.", failure);
        }
    }

    private static ClassList parse(String resource, String text) {
        Map<Integer, EntityType> types = new LinkedHashMap<>();
        Set<Integer> pages = new LinkedHashSet<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String content = line.replaceFirst("#.*", "").strip();
            if (content.isEmpty()) {
                continue;
            }
            String[] parts = content.split("\\s+", -1);
            int item = parts.length == 2 ? ItemId.number(parts[1]).orElse(0) : 0;
            boolean isPage = parts[0].equals(NONE);
            if (item == 0 || (!isPage && !isType(parts[0]))) {
                throw new IllegalStateException("%s:%d: not a type and an id: %s".formatted(resource, number, content));
            }
            if (isPage) {
                pages.add(item);
            } else {
                types.putIfAbsent(item, EntityType.valueOf(parts[0]));
            }
        }
        return new ClassList(types, pages);
    }

    private static boolean isType(String name) {
        for (EntityType type : EntityType.values()) {
            if (type.name().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
