package org.khabar.entity.catalogue;

import java.util.Objects;
import java.util.Set;
import org.khabar.entity.tagging.AliasType;

/**
 * An alias as a source gives it.
 *
 * @param support codes of the countries of which an article must speak before it means the entity; empty when it needs
 *     none
 */
record AliasText(String language, AliasType type, String text, Set<String> support) {

    AliasText {
        Objects.requireNonNull(language);
        Objects.requireNonNull(type);
        support = Set.copyOf(support);
        if (text.isBlank() || !text.equals(text.strip())) {
            throw new IllegalArgumentException("the alias \"%s\" is empty or has outer blanks".formatted(text));
        }
    }

    AliasText(String language, AliasType type, String text) {
        this(language, type, text, Set.of());
    }

    AliasText withType(AliasType other) {
        return new AliasText(language, other, text, support);
    }
}
