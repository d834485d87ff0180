package org.khabar.entity.tagging;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One name of one entity, as the dictionary holds it.
 *
 * @param entity the entity's id
 * @param entityType what the entity is
 * @param type what kind of name this is
 * @param language BCP 47 language of the name
 * @param text the name as written
 * @param country ISO 3166-1 alpha-2 code of the country that the entity is or belongs to
 * @param support codes of the countries of which an article must speak before this name means the entity; empty for a
 *     name that needs no support
 */
public record AliasEntry(
        UUID entity,
        EntityType entityType,
        AliasType type,
        String language,
        String text,
        @Nullable String country,
        Set<String> support) {

    public AliasEntry {
        Objects.requireNonNull(entity);
        Objects.requireNonNull(entityType);
        Objects.requireNonNull(type);
        language = language.toLowerCase(Locale.ROOT);
        support = Set.copyOf(support);
        if (text.isBlank()) {
            throw new IllegalArgumentException("an empty alias of entity " + entity);
        }
    }

    /** A name that needs no support. */
    public AliasEntry(
            UUID entity,
            EntityType entityType,
            AliasType type,
            String language,
            String text,
            @Nullable String country) {
        this(entity, entityType, type, language, text, country, Set.of());
    }

    /** Whether it is a phrase that other things are called by too. */
    public boolean needsSupport() {
        return !support.isEmpty();
    }

    /** The same name in another form, such as with the article. */
    public AliasEntry withText(String other) {
        return new AliasEntry(entity, entityType, type, language, other, country, support);
    }
}
