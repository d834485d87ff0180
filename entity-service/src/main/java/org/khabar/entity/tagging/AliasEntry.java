package org.khabar.entity.tagging;

import java.util.Locale;
import java.util.Objects;
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
 */
public record AliasEntry(
        UUID entity,
        EntityType entityType,
        AliasType type,
        String language,
        String text,
        @Nullable String country) {

    public AliasEntry {
        Objects.requireNonNull(entity);
        Objects.requireNonNull(entityType);
        Objects.requireNonNull(type);
        language = language.toLowerCase(Locale.ROOT);
        if (text.isBlank()) {
            throw new IllegalArgumentException("an empty alias of entity " + entity);
        }
    }

    /** The same name in another form, such as with the article. */
    public AliasEntry withText(String other) {
        return new AliasEntry(entity, entityType, type, language, other, country);
    }
}
